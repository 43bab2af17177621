package io.synthforce.workflows.quality;

import io.synthforce.workflows.dissent.Entropy;
import io.synthforce.workflows.dissent.Groupthink;
import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.dissent.Stances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How far the seats differed on the issues, and from when on they did no longer. */
final class Variety {

    private static final double LITTLE = 0.25;
    private static final double NONE = 0.1;
    private static final int EARLY = 4;

    private Variety() {}

    static List<Measure> measures(Run run) {
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (PlayedTurn turn : run.turns()) {
            for (String issue : run.issues()) {
                Stances stances = Stances.of(turn, issue);
                if (stances.before().size() >= Groupthink.LEAST_SEATS) {
                    before.add(Entropy.of(stances.before().values()));
                    after.add(Entropy.of(stances.after().values()));
                }
            }
        }
        if (before.isEmpty()) {
            String few = "Nowhere did three seats take a stance on an issue.";
            return List.of(
                    Measure.unknown("stance_entropy", 0, "issues in turns", few),
                    Measure.unknown("convergence_turn", 0, "turns", few),
                    Measure.unknown("groupthink", 0, "turns", few));
        }
        return List.of(entropy(before, after), convergence(run), groupthink(run));
    }

    private static Measure entropy(List<Double> before, List<Double> after) {
        double mean = mean(before);
        return Measure.of(
                "stance_entropy",
                mean,
                before.size(),
                "issues in turns",
                Rating.ofLow(mean, LITTLE, NONE),
                "After the replies it is %.2f.".formatted(mean(after)),
                "The cast agrees before it has talked. Give somebody other goals or private knowledge, or ask a sharper"
                        + " question.");
    }

    private static Measure convergence(Run run) {
        int from = 0;
        for (PlayedTurn turn : run.turns()) {
            boolean one = run.issues().stream().allMatch(issue -> isOne(turn, issue));
            if (!one) {
                from = 0;
            } else if (from == 0) {
                from = turn.turn();
            }
        }
        int turns = run.turns().size();
        if (from == 0) {
            return new Measure(
                    "convergence_turn",
                    null,
                    turns,
                    "turns",
                    Rating.SOUND,
                    "To the end they are not all on one side.",
                    "");
        }
        int first = run.turns().getFirst().turn();
        boolean early = turns >= EARLY && from - first < turns / EARLY;
        return Measure.of(
                "convergence_turn",
                from,
                turns,
                "turns",
                early ? Rating.WATCH : Rating.SOUND,
                "From then on all are on one side of every issue.",
                "They were of one mind early: later turns tell little that is new about the decision.");
    }

    private static boolean isOne(PlayedTurn turn, String issue) {
        Collection<Integer> after = Stances.of(turn, issue).after().values();
        return after.size() > 1
                && (after.stream().allMatch(stance -> stance > 0)
                        || after.stream().allMatch(stance -> stance < 0));
    }

    private static Measure groupthink(Run run) {
        Groupthink.Finding finding = Groupthink.in(run.turns(), run.issues(), run.priority());
        return Measure.of(
                "groupthink",
                finding.longest(),
                finding.turns(),
                "turns",
                switch (finding.level()) {
                    case NONE -> Rating.SOUND;
                    case WATCH -> Rating.WATCH;
                    case ALARM -> Rating.POOR;
                },
                "Turns in a row with a sign of groupthink on one issue.",
                "Look at the signs in the dissent register; seat somebody who has to argue against.");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
