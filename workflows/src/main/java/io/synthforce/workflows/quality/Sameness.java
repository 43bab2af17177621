package io.synthforce.workflows.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

/**
 * How much agents repeat: themselves over turns, and each other in a turn.
 */
final class Sameness {

    /** So many turns an utterance is compared with: whoever repeats what was said longer ago is not stuck. */
    private static final int LOOKED_BACK = 3;

    private static final double MUCH = 0.3;
    private static final double PARROTS = 0.6;

    private Sameness() {}

    static List<Measure> measures(Run run) {
        return List.of(
                measure(
                        run,
                        "repetition",
                        (said, earlier) -> earlier.seat().equals(said.seat())
                                && earlier.turn() < said.turn()
                                && said.turn() - earlier.turn() <= LOOKED_BACK,
                        "There is no second utterance of a seat to compare with.",
                        "Agents repeat themselves: nothing new reaches them. Inject an event, or ask for something"
                                + " else."),
                measure(
                        run,
                        "echo",
                        (said, other) -> !other.seat().equals(said.seat()) && other.turn() == said.turn(),
                        "No turn has two utterances to compare.",
                        "Agents say the same in the same words: give them other personas, goals or models."));
    }

    /** The mean of each utterance's resemblance to the most alike of those it is compared with. */
    private static Measure measure(
            Run run, String name, BiPredicate<Utterance, Utterance> compared, String unknown, String advice) {
        Resemblance resemblance = new Resemblance(run.given());
        List<Double> most = new ArrayList<>();
        for (Utterance said : run.utterances()) {
            OptionalDouble nearest = run.utterances().stream()
                    .filter(other -> compared.test(said, other))
                    .mapToDouble(other -> resemblance.of(said, other))
                    .max();
            nearest.ifPresent(most::add);
        }
        if (most.isEmpty()) {
            return Measure.unknown(name, 0, "utterances", unknown);
        }
        double mean = most.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return Measure.of(name, mean, most.size(), "utterances", Rating.ofHigh(mean, MUCH, PARROTS), "", advice);
    }
}
