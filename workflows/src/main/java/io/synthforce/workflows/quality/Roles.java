package io.synthforce.workflows.quality;

import io.synthforce.workflows.comparison.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether roles can be told apart by what they say, and whether each speaks as itself.
 *
 * <p>Separability: every utterance is given to the role whose other utterances, summed up, it is nearest to (nearest
 * centroid, leaving itself out); the share that finds home, with chance taken off: (share − 1/roles) / (1 − 1/roles). It is
 * rated by the upper limit of the share's interval (E. B. Wilson, 1927): a small cast says too little to be condemned by. Match:
 * two roles are swapped when each one's words are nearer to what the other is than to what it is itself.
 */
final class Roles {

    private static final double APART = 0.5;
    private static final double ALIKE = 0.2;

    /** By so much, both ways together, the other's profile has to be nearer. */
    private static final double MARGIN = 0.05;

    private final Map<String, List<Map<String, Double>>> vectors = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> sums = new LinkedHashMap<>();
    private final Run run;

    private Roles(Run run) {
        this.run = run;
        Weights weights =
                new Weights(run.utterances().stream().map(Utterance::text).toList());
        run.utterances()
                .forEach(said -> vectors.computeIfAbsent(said.role(), _ -> new ArrayList<>())
                        .add(weights.vector(said.text())));
        vectors.forEach((role, all) -> sums.put(role, Weights.sum(all)));
    }

    static List<Measure> measures(Run run) {
        Roles roles = new Roles(run);
        return List.of(roles.separability(), roles.match());
    }

    private Measure separability() {
        int told = 0;
        int home = 0;
        for (Map.Entry<String, List<Map<String, Double>>> role : vectors.entrySet()) {
            for (Map<String, Double> vector : role.getValue()) {
                if (role.getValue().size() > 1) {
                    told++;
                    home += nearest(role.getKey(), vector).equals(role.getKey()) ? 1 : 0;
                }
            }
        }
        if (vectors.size() < 2 || told == 0) {
            return Measure.unknown(
                    "role_separability", told, "utterances", "It takes two roles that spoke twice to tell them apart.");
        }
        Proportion found = new Proportion(home, told);
        double separability = beyondChance(found.share());
        return Measure.of(
                "role_separability",
                separability,
                told,
                "utterances",
                Rating.ofLow(beyondChance(found.wilson().high()), APART, ALIKE),
                "%d of %d utterances are nearest to their own role's others.".formatted(home, told),
                "Roles sound alike: fewer of them would tell as much. Sharpen personas, or use different models.");
    }

    private double beyondChance(double share) {
        double chance = 1.0 / vectors.size();
        return Math.max(0, (share - chance) / (1 - chance));
    }

    private String nearest(String own, Map<String, Double> vector) {
        String nearest = "";
        double best = 0;
        for (Map.Entry<String, Map<String, Double>> role : sums.entrySet()) {
            Map<String, Double> sum = role.getKey().equals(own) ? without(role.getValue(), vector) : role.getValue();
            double cosine = Weights.cosine(vector, sum);
            if (cosine > best) {
                best = cosine;
                nearest = role.getKey();
            }
        }
        return nearest;
    }

    private static Map<String, Double> without(Map<String, Double> sum, Map<String, Double> vector) {
        Map<String, Double> rest = new LinkedHashMap<>(sum);
        vector.forEach((word, weight) -> rest.merge(word, -weight, Double::sum));
        return rest;
    }

    private Measure match() {
        List<String> roles =
                vectors.keySet().stream().filter(run.profiles()::containsKey).toList();
        if (roles.size() < 2) {
            return Measure.unknown("role_match", roles.size(), "roles", "It takes two roles to swap.");
        }
        List<String> texts = roles.stream().map(this::text).toList();
        List<String> profiles = roles.stream().map(this::profile).toList();
        Weights weights = new Weights(profiles);
        List<String> swapped = new ArrayList<>();
        for (int a = 0; a < roles.size(); a++) {
            for (int b = a + 1; b < roles.size(); b++) {
                double there = nearer(weights, texts.get(a), profiles.get(b), profiles.get(a));
                double back = nearer(weights, texts.get(b), profiles.get(a), profiles.get(b));
                if (there > 0 && back > 0 && there + back > MARGIN) {
                    swapped.add(roles.get(a) + " and " + roles.get(b));
                }
            }
        }
        double match = 1 - Math.min(1.0, 2.0 * swapped.size() / roles.size());
        return Measure.of(
                "role_match",
                match,
                roles.size(),
                "roles",
                swapped.isEmpty() ? Rating.SOUND : Rating.POOR,
                swapped.isEmpty() ? "" : "Each speaks like the other: " + String.join("; ", swapped) + ".",
                "Look at who says what: personas or seats may be mixed up.");
    }

    private static double nearer(Weights weights, String text, String other, String own) {
        Map<String, Double> said = weights.vector(text);
        return Weights.cosine(said, weights.vector(other)) - Weights.cosine(said, weights.vector(own));
    }

    private String text(String role) {
        return String.join(
                " ",
                run.utterances().stream()
                        .filter(said -> said.role().equals(role))
                        .map(Utterance::text)
                        .toList());
    }

    private String profile(String role) {
        return Objects.requireNonNull(run.profiles().get(role));
    }
}
