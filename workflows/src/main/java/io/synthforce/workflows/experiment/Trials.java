package io.synthforce.workflows.experiment;

import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * The runs of one option beside those without change, in whole blocks only, and without those that failed.
 *
 * @param changed in order of blocks
 * @param unchanged in order of blocks; the first of a block shares its draws with the option's run
 * @param failed runs of the option that failed
 */
public record Trials(List<RunRecord> changed, List<RunRecord> unchanged, int failed) {

    public Trials {
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
    }

    /** @param option from 1 */
    static Trials of(Plan plan, List<RunRecord> records, int option) {
        List<RunRecord> whole = records.stream()
                .filter(record -> isWhole(plan, records, record.run().block()))
                .toList();
        Predicate<RunRecord> ofOption = record -> record.run().option() == option;
        return new Trials(
                whole.stream().filter(ofOption.and(record -> !record.failed())).toList(),
                whole.stream()
                        .filter(record -> record.run().changesNothing() && !record.failed())
                        .toList(),
                (int) whole.stream().filter(ofOption.and(RunRecord::failed)).count());
    }

    private static boolean isWhole(Plan plan, List<RunRecord> records, int block) {
        long ended =
                records.stream().filter(record -> record.run().block() == block).count();
        return ended == plan.options().size() + plan.controls();
    }

    /** The number after a turn, in every run that has it. */
    static List<Double> values(List<RunRecord> runs, String indicator, int turn) {
        return runs.stream()
                .flatMap(run -> run.value(indicator, turn).stream())
                .map(BigDecimal::doubleValue)
                .toList();
    }

    static OptionalDouble mean(List<RunRecord> runs, String indicator, int turn) {
        return values(runs, indicator, turn).stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Pairs that share their draws, compared after a turn. */
    Score score(Target target, int turn) {
        int wins = 0;
        int ties = 0;
        int losses = 0;
        for (RunRecord run : changed) {
            Optional<BigDecimal> with = run.value(target.indicator(), turn);
            Optional<BigDecimal> without = twin(run).flatMap(twin -> twin.value(target.indicator(), turn));
            if (with.isPresent() && without.isPresent()) {
                int better = with.get().compareTo(without.get()) * (target.direction() == Direction.UP ? 1 : -1);
                wins += better > 0 ? 1 : 0;
                ties += better == 0 ? 1 : 0;
                losses += better < 0 ? 1 : 0;
            }
        }
        return new Score(wins, ties, losses);
    }

    private Optional<RunRecord> twin(RunRecord run) {
        return unchanged.stream()
                .filter(other ->
                        other.run().block() == run.run().block() && other.run().paired())
                .findFirst();
    }
}
