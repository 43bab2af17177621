package io.synthforce.workflows.simulation;

import io.synthforce.workflows.simulation.SimulationActivities.Abandonment;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.turn.TurnPlayer;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import org.slf4j.Logger;

/** Why a taken turn ends without being played, in the words its caller is answered with. */
final class Abandonments {

    private static final Logger LOG = Workflow.getLogger(Abandonments.class);

    private Abandonments() {}

    /** Deleted without a word to this run, as when the process that deleted it was killed. */
    static boolean isGone(TemporalFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause
                && cause.getType().equals(AgentActivities.GONE);
    }

    static Abandonment stopped(Turn turn) {
        return of(
                turn,
                409,
                Abandonment.STOPPED,
                "The simulation was stopped while this turn was waiting; the next request takes it up again.");
    }

    static Abandonment failed(Turn turn, TemporalFailure failure) {
        if (failure instanceof ApplicationFailure f && f.getType().equals(TurnPlayer.NOBODY_ANSWERED)) {
            return of(turn, 500, f.getType(), f.getOriginalMessage());
        }
        LOG.error("Turn {} failed", turn.number(), failure);
        return of(
                turn,
                500,
                "turn_failed",
                "The turn could not be completed and was not counted; the next request repeats it.");
    }

    private static Abandonment of(Turn turn, int httpStatus, String error, String detail) {
        return new Abandonment(turn.simulation(), turn.number(), turn.request(), httpStatus, error, detail);
    }
}
