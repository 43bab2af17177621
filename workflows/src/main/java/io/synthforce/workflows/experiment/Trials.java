package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Arms;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Sample;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The runs of one option beside those without change, in whole blocks only, and without those that failed. What counts, and
 * is compared, are runs; of an experiment that has trunks of its own it is these, each by the mean over its runs.
 *
 * @param changed in order of blocks
 * @param unchanged in order of blocks; the first of a block shares its draws with the option's run
 * @param failed runs of the option that failed
 * @param failedUnchanged runs without change that failed
 * @param byTrunk whether trunks count
 */
public record Trials(
        List<RunRecord> changed, List<RunRecord> unchanged, int failed, int failedUnchanged, boolean byTrunk) {

    public Trials {
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
    }

    /** @param option from 1 */
    public static Trials of(Plan plan, List<RunRecord> records, int option) {
        List<RunRecord> whole = whole(plan, records);
        Predicate<RunRecord> ofOption = record -> record.run().option() == option;
        return new Trials(
                whole.stream().filter(ofOption.and(record -> !record.failed())).toList(),
                whole.stream()
                        .filter(record -> record.run().changesNothing() && !record.failed())
                        .toList(),
                (int) whole.stream().filter(ofOption.and(RunRecord::failed)).count(),
                (int) whole.stream()
                        .filter(record -> record.run().changesNothing() && record.failed())
                        .count(),
                plan.ofTrunks());
    }

    /** The runs of whole blocks, also those that failed. */
    public static List<RunRecord> whole(Plan plan, List<RunRecord> records) {
        return records.stream()
                .filter(record -> isWhole(plan, records, record.run().block()))
                .toList();
    }

    /** How much there is of what counts: blocks that have been played as a whole, or trunks that have one. */
    static int units(Plan plan, List<RunRecord> records) {
        IntStream whole = records.stream()
                .mapToInt(record -> record.run().block())
                .distinct()
                .filter(block -> isWhole(plan, records, block));
        return (int) (plan.ofTrunks() ? whole.map(plan::trunk).distinct() : whole).count();
    }

    /** How many of some runs, or of their trunks, count. */
    int units(List<RunRecord> runs) {
        return byTrunk ? trunks(runs).size() : runs.size();
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

    /** What everything that counts has of a level after a turn. */
    List<Double> levels(List<RunRecord> runs, Target target, int turn) {
        return byTrunk
                ? trunks(runs).stream()
                        .flatMapToDouble(trunk -> mean(trunk, target, turn).stream())
                        .boxed()
                        .toList()
                : values(runs, target, turn);
    }

    /** In how many runs that count a share was seen after a turn; it is as exact as there are units to it. */
    Proportion seen(List<RunRecord> runs, Target target, int turn) {
        List<Double> values = values(runs, target, turn);
        int seen = (int) values.stream().filter(value -> value > 0).count();
        return byTrunk
                ? new Proportion(seen, values.size(), levels(runs, target, turn).size())
                : new Proportion(seen, values.size());
    }

    private static List<List<RunRecord>> trunks(List<RunRecord> runs) {
        Map<Integer, List<RunRecord>> trunks = new TreeMap<>();
        runs.forEach(run -> trunks.computeIfAbsent(run.run().trunk(), _ -> new ArrayList<>())
                .add(run));
        return List.copyOf(trunks.values());
    }

    static OptionalDouble mean(List<RunRecord> runs, Target target, int turn) {
        return values(runs, target, turn).stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }

    /** Pairs that share their draws, compared after a turn. On levels, who was ruined by then did worse than who was not. */
    Score score(Target target, int turn) {
        List<Integer> compared = pairs().stream()
                .filter(pair -> pair.isPlayed(target, turn))
                .map(pair -> pair.compare(target, turn))
                .toList();
        return new Score(
                (int) compared.stream().filter(better -> better > 0).count(),
                (int) compared.stream().filter(better -> better == 0).count(),
                (int) compared.stream().filter(better -> better < 0).count());
    }

    /** Levels to compare at the horizon: of runs that survived, in pairs where pairing was declared. */
    Arms arms(Plan plan) {
        Target target = plan.target();
        int turn = plan.horizon();
        return plan.design().pairing()
                ? arms(target, turn)
                : new Arms(new Sample(levels(changed, target, turn)), new Sample(levels(unchanged, target, turn)));
    }

    Share ruin(Plan plan) {
        return Share.of(Target.ruin(), this, plan);
    }

    private Arms arms(Target target, int turn) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (Pair pair : pairs()) {
            OptionalDouble own = mean(pair.changed, target, turn);
            OptionalDouble twins = mean(pair.twins, target, turn);
            if (own.isPresent() && twins.isPresent()) {
                with.add(own.getAsDouble());
                without.add(twins.getAsDouble());
            }
        }
        return new Arms(new Sample(with), new Sample(without));
    }

    private List<Pair> pairs() {
        List<List<RunRecord>> all =
                byTrunk ? trunks(changed) : changed.stream().map(List::of).toList();
        return all.stream().map(runs -> new Pair(runs, twins(runs))).toList();
    }

    private List<RunRecord> twins(List<RunRecord> runs) {
        List<Integer> blocks = runs.stream().map(run -> run.run().block()).toList();
        return unchanged.stream()
                .filter(other ->
                        other.run().paired() && blocks.contains(other.run().block()))
                .toList();
    }

    /** Runs that share their draws with runs without change: one of each, or those of one trunk. */
    private record Pair(List<RunRecord> changed, List<RunRecord> twins) {

        boolean isPlayed(Target target, int turn) {
            return changed.stream().anyMatch(run -> target.value(run, turn).isPresent())
                    && twins.stream().anyMatch(run -> target.value(run, turn).isPresent());
        }

        /** Positive when the change did better. */
        int compare(Target target, int turn) {
            double counts = counting(changed, target, turn);
            int survival = Double.compare(counts, counting(twins, target, turn));
            OptionalDouble with = mean(changed, target, turn);
            OptionalDouble without = mean(twins, target, turn);
            if (survival != 0 || with.isEmpty() || without.isEmpty()) {
                return survival;
            }
            int level = Double.compare(with.getAsDouble(), without.getAsDouble());
            return target.direction() == Direction.UP ? level : -level;
        }

        private static double counting(List<RunRecord> runs, Target target, int turn) {
            return runs.stream().filter(run -> target.counts(run, turn)).count() / (double) runs.size();
        }
    }
}
