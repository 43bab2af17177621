package io.synthforce.workflows.brief;

import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.experiment.Trials;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs of one option that count, or those without change.
 *
 * @param option from 1, or {@link PlannedRun#NO_CHANGE}
 * @param runs of whole blocks, without those that failed
 */
public record Arm(int option, String name, List<RunRecord> runs) {

    public Arm {
        runs = List.copyOf(runs);
    }

    /**
     * Where the runs of an arm first differ from each other.
     *
     * @param what {@code decisions}, {@code actions}, {@code events} or {@code indicators}
     */
    public record Parting(int turn, List<String> what) {}

    /** Every option, then no change. */
    public static List<Arm> of(Plan plan, List<RunRecord> records) {
        List<Arm> arms = new ArrayList<>();
        for (int option = 1; option <= plan.options().size(); option++) {
            arms.add(new Arm(
                    option,
                    plan.options().get(option - 1).name(),
                    Trials.of(plan, records, option).changed()));
        }
        arms.add(new Arm(
                PlannedRun.NO_CHANGE,
                "no change",
                Trials.of(plan, records, PlannedRun.NO_CHANGE).unchanged()));
        return List.copyOf(arms);
    }

    /** Empty when all went the same way, or there are not two of them. */
    public Optional<Parting> parting(int afterTurn, int horizon) {
        for (int turn = afterTurn + 1; turn <= horizon; turn++) {
            List<String> what = new ArrayList<>();
            add("decisions", differs(turn, TurnRecord::decisions), what);
            add("actions", differs(turn, TurnRecord::actions), what);
            add("events", differs(turn, TurnRecord::happened), what);
            add("indicators", differs(turn, TurnRecord::ledger), what);
            if (!what.isEmpty()) {
                return Optional.of(new Parting(turn, List.copyOf(what)));
            }
        }
        return Optional.empty();
    }

    /** The run in the middle of those that count; the lower one of two. */
    Optional<RunRecord> middle(Target target, int turn) {
        List<RunRecord> ordered = counted(target, turn).stream()
                .sorted(Comparator.comparing(
                        (RunRecord run) -> target.value(run, turn).orElse(BigDecimal.ZERO)))
                .toList();
        return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get((ordered.size() - 1) / 2));
    }

    /** Those that have a target and count for it. */
    List<RunRecord> counted(Target target, int turn) {
        return runs.stream()
                .filter(run ->
                        target.counts(run, turn) && target.value(run, turn).isPresent())
                .toList();
    }

    private static void add(String name, boolean differs, List<String> what) {
        if (differs) {
            what.add(name);
        }
    }

    private boolean differs(int turn, Function<TurnRecord, Object> part) {
        return runs.stream()
                        .map(run -> run.turn(turn).map(part).orElse(null))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }
}
