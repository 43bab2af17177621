package io.synthforce.workflows.judging;

import io.synthforce.workflows.world.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a judge is asked about the runs that ended: every proposition of every run, and to see whether it can be relied on,
 * one run in ten a second time and another one in ten the other way round, at least one each. Which ones is drawn by the seed.
 */
public final class Docket {

    private static final int ONE_IN = 10;

    private Docket() {}

    /**
     * @param positions of the runs to be judged
     * @param rootSeed of the simulation that was forked
     */
    public static List<Matter> of(int propositions, List<Integer> positions, String rootSeed) {
        List<Matter> matters = new ArrayList<>();
        int share = Math.ceilDiv(positions.size(), ONE_IN);
        for (int proposition = 0; proposition < propositions; proposition++) {
            List<Integer> drawn = drawn(proposition, positions, rootSeed);
            add(matters, positions, proposition, Asking.FIRST);
            add(matters, drawn.stream().limit(share).toList(), proposition, Asking.AGAIN);
            add(matters, drawn.stream().skip(share).limit(share).toList(), proposition, Asking.NEGATED);
        }
        return List.copyOf(matters);
    }

    /** How many questions that makes. */
    public static int size(int propositions, int runs) {
        int share = Math.ceilDiv(runs, ONE_IN);
        return propositions * (runs + share + Math.min(share, runs - share));
    }

    private static List<Integer> drawn(int proposition, List<Integer> positions, String rootSeed) {
        Draws draws = new Draws(rootSeed, 0);
        return positions.stream()
                .sorted(Comparator.comparingDouble(
                        position -> draws.uniform(0, "judge/" + proposition + "/" + position)))
                .toList();
    }

    private static void add(List<Matter> matters, List<Integer> positions, int proposition, Asking asking) {
        positions.forEach(position -> matters.add(new Matter(position, proposition, asking)));
    }
}
