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
    static List<RunRecord> survived(List<RunRecord> runs, int turn) {
        return runs.stream().filter(run -> !run.ruinedBy(turn)).toList();
    }

    /** What every run that counts has of it after a turn. */
    static List<Double> values(List<RunRecord> runs, Target target, int turn) {
        return runs.stream()
                .filter(run -> target.counts(run, turn))
                .flatMap(run -> target.value(run, turn).stream())
                .map(BigDecimal::doubleValue)
                .toList();
    }

    static OptionalDouble mean(List<RunRecord> runs, Target target, int turn) {
        return values(runs, target, turn).stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Pairs that share their draws, compared after a turn. On levels, who was ruined by then did worse than who was not. */
    Score score(Target target, int turn) {
        int wins = 0;
        int ties = 0;
        int losses = 0;
        for (RunRecord run : changed) {
            Optional<RunRecord> twin = twin(run);
            Optional<BigDecimal> with = target.value(run, turn);
            Optional<BigDecimal> without = twin.flatMap(other -> target.value(other, turn));
            if (with.isPresent() && without.isPresent()) {
                boolean counts = target.counts(run, turn);
                int survival = Boolean.compare(counts, target.counts(twin.orElseThrow(), turn));
                int level = with.get().compareTo(without.get()) * (target.direction() == Direction.UP ? 1 : -1);
                int better = survival == 0 && counts ? level : survival;
                wins += better > 0 ? 1 : 0;
                ties += better == 0 ? 1 : 0;
                losses += better < 0 ? 1 : 0;
            }
        }
        return new Score(wins, ties, losses);
    }

    /** Levels to compare at the horizon: of runs that survived, in pairs where pairing was declared. */
    Arms arms(Plan plan) {
        Target target = plan.target();
        int turn = plan.horizon();
        return plan.design().pairing()
                ? pairs(target, turn)
                : new Arms(new Sample(values(changed, target, turn)), new Sample(values(unchanged, target, turn)));
    }

    Share ruin(Plan plan) {
        Target ruin = Target.ruin();
        return Share.of(values(changed, ruin, plan.horizon()), values(unchanged, ruin, plan.horizon()), plan);
    }

    private Arms pairs(Target target, int turn) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (RunRecord run : changed) {
            Optional<RunRecord> twin = twin(run);
            List<Double> own = values(List.of(run), target, turn);
            List<Double> twins = values(twin.stream().toList(), target, turn);
            if (!own.isEmpty() && !twins.isEmpty()) {
                with.addAll(own);
                without.addAll(twins);
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
