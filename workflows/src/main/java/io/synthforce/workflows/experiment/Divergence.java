package io.synthforce.workflows.experiment;

import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.world.Indicator;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where an option first leaves what no change is like: the mean of an indicator lies outside the range of the runs without
 * change, or most of its runs decided what none of those did. A description; chance alone leaves a range, too.
 *
 * @param turn of the simulation
 * @param what names of the indicators, and decisions
 */
public record Divergence(int turn, List<String> what) {

    public Divergence {
        what = List.copyOf(what);
    }

    /** Null when it stays within, or when fewer than two runs make no range. */
    static @Nullable Divergence first(Plan plan, List<Indicator> indicators, Trials trials) {
        if (trials.unchanged().size() < 2 || trials.changed().isEmpty()) {
            return null;
        }
        for (int turn = plan.baseTurn() + 1; turn <= plan.horizon(); turn++) {
            List<String> what = new ArrayList<>(left(indicators, trials, turn));
            what.addAll(decided(trials, turn));
            if (!what.isEmpty()) {
                return new Divergence(turn, what);
            }
        }
        return null;
    }

    private static List<String> left(List<Indicator> indicators, Trials trials, int turn) {
        return indicators.stream()
                .filter(indicator -> isOutside(Target.of(indicator), trials, turn))
                .map(Indicator::name)
                .toList();
    }

    private static boolean isOutside(Target indicator, Trials trials, int turn) {
        DoubleSummaryStatistics range = Trials.values(trials.unchanged(), indicator, turn).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        OptionalDouble mean = Trials.mean(trials.changed(), indicator, turn);
        return range.getCount() > 1
                && mean.isPresent()
                && (mean.getAsDouble() < range.getMin() || mean.getAsDouble() > range.getMax());
    }

    private static List<String> decided(Trials trials, int turn) {
        return trials.changed().stream()
                .flatMap(run -> decisions(run, turn).stream())
                .distinct()
                .filter(decision -> 2 * count(trials.changed(), turn, decision)
                                > trials.changed().size()
                        && count(trials.unchanged(), turn, decision) == 0)
                .toList();
    }

    private static long count(List<RunRecord> runs, int turn, String decision) {
        return runs.stream()
                .filter(run -> decisions(run, turn).contains(decision))
                .count();
    }

    private static List<String> decisions(RunRecord run, int turn) {
        return Optional.ofNullable(run.turn(turn).orElse(null))
                .map(TurnRecord::decisions)
                .orElse(List.of());
    }
}
