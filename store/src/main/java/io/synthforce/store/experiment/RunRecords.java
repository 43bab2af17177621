package io.synthforce.store.experiment;

import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.Served;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Scripted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what came of a branch from all the places where parts of it lie. */
public class RunRecords {

    private static final int RISKS = 3;

    private final Snapshots snapshots;
    private final Journal journal;
    private final ModelCalls calls;
    private final Costs costs;

    public RunRecords(Snapshots snapshots, Journal journal, ModelCalls calls, Costs costs) {
        this.snapshots = snapshots;
        this.journal = journal;
        this.calls = calls;
        this.costs = costs;
    }

    /** Of a branch that is no more. */
    public static RunRecord deleted(PlannedRun run) {
        return unplayed(run, "the branch was deleted");
    }

    /** Of a branch of which not one turn was played. */
    public static RunRecord unplayed(PlannedRun run, String failure) {
        return new RunRecord(run, failure, null, false, List.of(), List.of());
    }

    /** Of a branch whose rows cannot be made sense of. */
    public static RunRecord unreadable(PlannedRun run) {
        return unplayed(run, "the branch cannot be read");
    }

    /** Of a branch that could not be forked, as its trunk was over before: what that came to is what it came to. */
    public RunRecord ofOver(SimulationRow trunk, PlannedRun run) {
        return of(trunk, run, trunk.currentTurn(), trunk.currentTurn(), null);
    }

    /** @param failure why it did not get to the horizon, or null */
    public RunRecord of(SimulationRow branch, PlannedRun run, int horizon, @Nullable String failure) {
        return of(branch, run, branch.baseTurn() + 1, Math.min(horizon, branch.currentTurn()), failure);
    }

    private RunRecord of(SimulationRow branch, PlannedRun run, int first, int last, @Nullable String failure) {
        List<TurnRecord> turns = new ArrayList<>();
        Seats seats = new Seats(branch.scenario().cast());
        List<RecordedCall> spoken = new ArrayList<>();
        for (int turn = first; turn <= last; turn++) {
            Snapshot after = require(branch.id(), turn);
            List<SimulationEvent> events = journal.ofTurn(branch.id(), turn).stream()
                    .map(JournalEntry::event)
                    .toList();
            List<RecordedCall> ofTurn = calls.ofTurn(branch.id(), turn);
            turns.add(turn(after, events, ofTurn));
            seats.add(events, after.state(), ofTurn);
            spoken.addAll(ofTurn);
        }
        List<Served> served = spoken.stream()
                .filter(RecordedCall::given)
                .map(RunRecords::served)
                .distinct()
                .sorted(Comparator.comparing(Served::of).thenComparing(Served::model))
                .toList();
        String models = served.stream().map(Served::model).distinct().sorted().collect(Collectors.joining(", "));
        return new RunRecord(
                run,
                failure,
                models.isEmpty() ? null : models,
                spoken.stream().anyMatch(RecordedCall::scripted),
                turns,
                seats.records(),
                served,
                usd(costs.of(branch.id()).total()));
    }

    /** What was taken, and what may have been; null where a price is not known. */
    private static @Nullable BigDecimal usd(Cost cost) {
        return cost.unpriced() > 0 || cost.scripted() > 0 ? null : cost.usd().add(cost.openUsd());
    }

    private static Served served(RecordedCall call) {
        CallKey key = call.key();
        return new Served(
                "%s of %s".formatted(key.phase().label(), key.seat()),
                call.scripted() ? Scripted.WORD : String.valueOf(call.model()));
    }

    private static TurnRecord turn(Snapshot after, List<SimulationEvent> events, List<RecordedCall> calls) {
        return new TurnRecord(
                after.turn(),
                after.state().ledger(),
                named(events, IssueDecided.class)
                        .map(e -> e.issue() + ": " + e.choice())
                        .toList(),
                named(events, ActionAccepted.class).map(ActionAccepted::action).toList(),
                Stream.concat(
                                named(events, EventOccurred.class).map(EventOccurred::event),
                                named(events, OutsideResponded.class).map(e -> e.actor() + ": " + e.move()))
                        .toList(),
                calls.stream()
                        .filter(call -> call.key().phase() == Phase.ANALYSIS)
                        .flatMap(call -> Texts.list(call, "risks"))
                        .limit(RISKS)
                        .toList(),
                after.state().ruined(),
                after.state().decisions(),
                after.state().stances());
    }

    private static <E extends SimulationEvent> Stream<E> named(List<SimulationEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private Snapshot require(UUID branch, int turn) {
        return snapshots
                .find(branch, turn)
                .orElseThrow(() ->
                        new IllegalStateException("Branch %s has no snapshot of turn %d".formatted(branch, turn)));
    }
}
