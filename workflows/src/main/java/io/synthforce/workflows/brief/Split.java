package io.synthforce.workflows.brief;

import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.experiment.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that some runs of an arm had and others had not, with the primary outcome of both. A description: nobody tried
 * what would have been had it been otherwise.
 *
 * @param what a decision, an action or an event
 * @param with runs that had it; {@code without} those that had not; of those that count
 * @param meanWith of the primary outcome at the horizon
 */
public record Split(int turn, String what, int with, int without, double meanWith, double meanWithout) {

    private static final int MOST = 3;

    /** The few that lie farthest apart. */
    static List<Split> in(Arm arm, Target target, int horizon) {
        List<RunRecord> runs = arm.counted(target, horizon);
        Set<Integer> turns = new LinkedHashSet<>();
        runs.forEach(run -> run.turns().forEach(turn -> turns.add(turn.turn())));
        List<Split> splits = new ArrayList<>();
        for (int turn : turns) {
            runs.stream()
                    .flatMap(run -> marks(run, turn))
                    .distinct()
                    .filter(mark -> !says(target, mark))
                    .map(mark -> of(runs, turn, mark, target, horizon))
                    .filter(split -> split.with > 0 && split.without > 0 && split.gap() > 0)
                    .forEach(splits::add);
        }
        Set<List<Integer>> told = new LinkedHashSet<>();
        return splits.stream()
                .sorted(Comparator.comparingDouble(Split::gap).reversed().thenComparingInt(Split::turn))
                .filter(split -> told.add(parts(runs, split)))
                .limit(MOST)
                .toList();
    }

    /** Which runs are on the side of the first one: whatever parts them alike is told once. */
    private static List<Integer> parts(List<RunRecord> runs, Split split) {
        boolean first = has(runs.getFirst(), split.turn, split.what);
        return runs.stream()
                .filter(run -> has(run, split.turn, split.what) == first)
                .map(run -> run.run().position())
                .toList();
    }

    /** Whether it is what runs are judged by, which parts them by itself. */
    private static boolean says(Target target, String mark) {
        return target instanceof Target.OfDecision decision
                && mark.startsWith(decision.decision().issue() + ": ");
    }

    private static boolean has(RunRecord run, int turn, String mark) {
        return marks(run, turn).anyMatch(mark::equals);
    }

    public double gap() {
        return Math.abs(meanWith - meanWithout);
    }

    private static Split of(List<RunRecord> runs, int turn, String mark, Target target, int horizon) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (RunRecord run : runs) {
            List<Double> side = has(run, turn, mark) ? with : without;
            target.value(run, horizon).map(BigDecimal::doubleValue).ifPresent(side::add);
        }
        return new Split(turn, mark, with.size(), without.size(), mean(with), mean(without));
    }

    private static Stream<String> marks(RunRecord run, int turn) {
        return run.turn(turn).stream().flatMap(Split::marks);
    }

    private static Stream<String> marks(TurnRecord turn) {
        return Stream.of(turn.decisions(), turn.actions(), turn.happened()).flatMap(List::stream);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
