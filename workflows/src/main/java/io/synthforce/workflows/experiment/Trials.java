package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Arms;
import io.synthforce.workflows.comparison.Sample;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The runs of one option beside those without change, in whole blocks only, and without those that failed.
 *
 * @param changed in order of blocks
 * @param unchanged in order of blocks; the first of a block shares its draws with the option's run
 * @param failed runs of the option that failed
 * @param failedUnchanged runs without change that failed
 */
public record Trials(List<RunRecord> changed, List<RunRecord> unchanged, int failed, int failedUnchanged) {

    public Trials {
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
    }

    /** @param option from 1 */
    public static Trials of(Plan plan, List<RunRecord> records, int option) {
        List<RunRecord> whole = records.stream()
                .filter(record -> isWhole(plan, records, record.run().block()))
                .toList();
        Predicate<RunRecord> ofOption = record -> record.run().option() == option;
        return new Trials(
                whole.stream().filter(ofOption.and(record -> !record.failed())).toList(),
                whole.stream()
                        .filter(record -> record.run().changesNothing() && !record.failed())
                        .toList(),
                (int) whole.stream().filter(ofOption.and(RunRecord::failed)).count(),
                (int) whole.stream()
                        .filter(record -> record.run().changesNothing() && record.failed())
                        .count());
    }

    /** How many blocks have been played as a whole. */
    static int blocks(Plan plan, List<RunRecord> records) {
        return (int) IntStream.rangeClosed(1, plan.repeats())
                .filter(block -> isWhole(plan, records, block))
                .count();
    }

    private static boolean isWhole(Plan plan, List<RunRecord> records, int block) {
        long ended =
                records.stream().filter(record -> record.run().block() == block).count();
        return ended == plan.options().size() + plan.controls();
    }

    /** Those that were not ruined by then. */
    public static List<RunRecord> survived(List<RunRecord> runs, int turn) {
        return runs.stream().filter(run -> !run.ruinedBy(turn)).toList();
    }

    /** The number after a turn, in every run that survived and has it. */
    static List<Double> values(List<RunRecord> runs, String indicator, int turn) {
        return survived(runs, turn).stream()
                .flatMap(run -> run.value(indicator, turn).stream())
                .map(BigDecimal::doubleValue)
                .toList();
    }

    static OptionalDouble mean(List<RunRecord> runs, String indicator, int turn) {
        return values(runs, indicator, turn).stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Pairs that share their draws, compared after a turn. Whoever was ruined by then did worse than who was not. */
    Score score(Target target, int turn) {
        int wins = 0;
        int ties = 0;
        int losses = 0;
        for (RunRecord run : changed) {
            Optional<BigDecimal> with = run.value(target.indicator(), turn);
            Optional<RunRecord> twin = twin(run);
            Optional<BigDecimal> without = twin.flatMap(other -> other.value(target.indicator(), turn));
            if (with.isPresent() && without.isPresent()) {
                int survival = Boolean.compare(twin.orElseThrow().ruinedBy(turn), run.ruinedBy(turn));
                int level = with.get().compareTo(without.get()) * (target.direction() == Direction.UP ? 1 : -1);
                int better = survival == 0 && !run.ruinedBy(turn) ? level : survival;
                wins += better > 0 ? 1 : 0;
                ties += better == 0 ? 1 : 0;
                losses += better < 0 ? 1 : 0;
            }
        }
        return new Score(wins, ties, losses);
    }

    /** Levels to compare at the horizon: of runs that survived, in pairs where pairing was declared. */
    Arms arms(Plan plan) {
        String indicator = plan.target().indicator();
        int turn = plan.horizon();
        return plan.design().pairing()
                ? pairs(indicator, turn)
                : new Arms(
                        new Sample(values(changed, indicator, turn)), new Sample(values(unchanged, indicator, turn)));
    }

    private Arms pairs(String indicator, int turn) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (RunRecord run : survived(changed, turn)) {
            Optional<BigDecimal> value = run.value(indicator, turn);
            Optional<BigDecimal> twins =
                    twin(run).filter(twin -> !twin.ruinedBy(turn)).flatMap(twin -> twin.value(indicator, turn));
            if (value.isPresent() && twins.isPresent()) {
                with.add(value.get().doubleValue());
                without.add(twins.get().doubleValue());
            }
        }
        return new Arms(new Sample(with), new Sample(without));
    }

    private Optional<RunRecord> twin(RunRecord run) {
        return unchanged.stream()
                .filter(other ->
                        other.run().block() == run.run().block() && other.run().paired())
                .findFirst();
    }
}
