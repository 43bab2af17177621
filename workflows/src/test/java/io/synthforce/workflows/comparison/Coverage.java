package io.synthforce.workflows.comparison;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often intervals hold in one cell, and how often there is an alarm without an effect.
 *
 * @param judged experiments in which there was an interval
 * @param drawn all experiments there were
 */
record Coverage(Cell cell, long seed, int judged, int drawn, double held, double alarms) {

    private static final int PILOT = 200;
    private static final int PATIENCE = 50;

    private record Count(int judged, int drawn, int held) {

        double share() {
            return held / (double) judged;
        }
    }

    static Coverage of(Cell cell, int draws) {
        long seed = cell.toString().hashCode();
        Random random = new Random(seed);
        double narrow = cell.stops() ? narrow(cell, random) : 0;
        Count without = count(cell, false, draws, narrow, random);
        Count with = cell.hasEffects() ? count(cell, true, draws, narrow, random) : without;
        return new Coverage(cell, seed, with.judged(), with.drawn(), with.share(), 1 - without.share());
    }

    boolean givesVerdicts() {
        return judged > 0;
    }

    /** Draws until as many had an interval; those that never have one are not waited for. */
    private static Count count(Cell cell, boolean effect, int wanted, double narrow, Random random) {
        int judged = 0;
        int drawn = 0;
        int held = 0;
        while (judged < wanted && drawn < (judged + 100) * PATIENCE) {
            drawn++;
            List<Judgement> judgements = cell.new Experiment(effect, random)
                    .judged(narrow).stream().filter(Coverage::saysSomething).toList();
            if (!judgements.isEmpty()) {
                judged++;
                held += judgements.stream().allMatch(judgement -> holds(judgement, cell.effect(effect))) ? 1 : 0;
            }
        }
        return new Count(judged, drawn, held);
    }

    /** By an interval, or by a verdict where nothing varied. */
    private static boolean saysSomething(Judgement judgement) {
        return judgement.interval() != null
                || (judgement.constant()
                        && judgement.verdict() != Verdict.IDENTICAL
                        && judgement.verdict() != Verdict.UNDECIDED);
    }

    private static boolean holds(Judgement judgement, double effect) {
        return judgement.interval() == null
                ? judgement.difference() == effect
                : judgement.interval().contains(effect);
    }

    /** A width at which about half of the experiments have ended after fourteen repeats. */
    private static double narrow(Cell cell, Random random) {
        Cell fourteen = new Cell(cell.shape(), 14, cell.correlation(), cell.options(), false);
        double[] widths = IntStream.range(0, PILOT)
                .mapToDouble(_ -> Cell.widest(fourteen.new Experiment(false, random).judged(0)))
                .sorted()
                .toArray();
        return widths[PILOT / 2];
    }

    String told() {
        return givesVerdicts()
                ? "| %s | %.2f %% | %.2f %% | %d | %d | %d |"
                        .formatted(cell.told(), 100 * held, 100 * alarms, judged, drawn, seed)
                : "| %s | no verdict | no verdict | 0 | %d | %d |".formatted(cell.told(), drawn, seed);
    }
}
