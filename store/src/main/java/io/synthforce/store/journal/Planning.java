package io.synthforce.store.journal;

import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.plan.Figures;
import io.synthforce.store.plan.PlanRow;
import io.synthforce.store.plan.Plans;
import io.synthforce.workflows.contribution.Contributions;
import io.synthforce.workflows.contribution.Heard;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.plan.SaidTasks;
import io.synthforce.workflows.timeline.Timeline;
import io.synthforce.workflows.turn.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reckons the plan after a turn and the turn's figures from the positions that were recorded. They are derived, like
 * memories: the journal keeps the replies' hashes, and what was measured stays out of it.
 */
final class Planning {

    private final Plans plans;
    private final ModelCalls calls;

    Planning(Plans plans, ModelCalls calls) {
        this.plans = plans;
        this.calls = calls;
    }

    /** @param date of the turn in the simulated world */
    void write(UUID simulation, int turn, LocalDate date, List<SimulationEvent> events) {
        List<RecordedCall> positions = calls.ofTurn(simulation, turn).stream()
                .filter(call -> call.given() && isOf(call, events))
                .toList();
        List<SaidTasks> said = new ArrayList<>();
        positions.forEach(call -> said.add(SaidTasks.of(call.key().seat(), String.valueOf(call.reply()))));
        Plan plan = plans.after(simulation, turn - 1).plan().after(turn, said);
        Figures figures = new Figures(
                Contributions.of(turn, events, plan, heard(simulation, turn, positions)),
                Timeline.of(plan, date).orElse(null),
                plan.estimation());
        plans.write(simulation, turn, new PlanRow(plan, figures));
    }

    private static boolean isOf(RecordedCall call, List<SimulationEvent> events) {
        return call.key().phase() == Phase.POSITION
                && events.stream()
                        .anyMatch(event -> event instanceof PositionTaken position
                                && position.seat().equals(call.key().seat()));
    }

    private List<Heard> heard(UUID simulation, int turn, List<RecordedCall> positions) {
        List<AttemptRow> attempts = calls.attempts(simulation, turn);
        return positions.stream()
                .map(call -> attempts.stream()
                        .filter(attempt -> attempt.id().equals(call.attempt()))
                        .map(attempt -> new Heard(call.key().seat(), attempt.resample(), attempt.latencyMillis()))
                        .findFirst()
                        .orElseGet(() -> new Heard(call.key().seat(), 0, null)))
                .toList();
    }
}
