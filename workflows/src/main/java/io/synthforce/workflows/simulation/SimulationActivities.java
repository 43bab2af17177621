package io.synthforce.workflows.simulation;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The workflow's dealings with the store, run as local activities. Every one may run twice: writes are
 * compare-and-set, and whoever finds the work done is told so.
 */
@ActivityInterface
public interface SimulationActivities {

    /** What a run starts from; {@code null} parts only when the simulation is {@link Verdict#GONE}. */
    record Opened(
            Verdict verdict,
            @Nullable Status status,
            long head,
            @Nullable SimulationState state,
            @Nullable Plot plot,
            @Nullable Labels labels,
            List<Bell> open) {

        public static final Opened NONE = new Opened(Verdict.GONE, null, 0, null, null, null, List.of());
    }

    /**
     * What the Temporal UI shows and finds simulations by.
     *
     * @param experiment what it is a branch for, or null; such a run closes when it has nothing to do, and tells it
     */
    record Labels(
            String owner,
            String root,
            @Nullable String parent,
            int maxTurns,
            @Nullable String experiment) {}

    /** How the store answered. */
    enum Verdict {
        /** Done, now or by an earlier run of the same call. */
        DONE,
        /** The request is no longer open, or it was refused. */
        SKIPPED,
        /** The simulation is paused: the request waits until it is resumed. */
        PAUSED,
        /** Another run is ahead: this one has to close itself. */
        BEHIND,
        /** There is no such simulation any more. */
        GONE
    }

    /** @param turn the turn to play, present when the verdict is {@link Verdict#DONE} */
    record Taken(Verdict verdict, @Nullable Turn turn) {}

    /** A turn's events, to be folded onto {@code head}. */
    record Projection(UUID simulation, int turn, long request, long head, List<SimulationEvent> events) {}

    /** The simulation as the projection left it. */
    record Projected(
            Verdict verdict,
            @Nullable Status status,
            long head,
            @Nullable SimulationState state) {}

    /** @param turnWaits whether the turn under way waits for the provider and makes no call */
    record Commanded(Verdict verdict, @Nullable Status status, boolean turnWaits) {}

    /** Why a taken turn ends without being played. */
    record Abandonment(UUID simulation, int turn, long request, int httpStatus, String error, String detail) {

        /** The error of a turn that was stopped while it waited. */
        public static final String STOPPED = "stopped";

        public boolean stopped() {
            return error.equals(STOPPED);
        }
    }

    @ActivityMethod(name = "open")
    Opened open(UUID simulation, String runId);

    @ActivityMethod(name = "take")
    Taken take(UUID simulation, long request, long head);

    @ActivityMethod(name = "project")
    Projected project(Projection projection);

    @ActivityMethod(name = "command")
    Commanded command(UUID simulation, long request);

    /** The experiment a request asks for; null when it is answered, or gone. */
    @ActivityMethod(name = "experiment")
    @Nullable
    UUID experiment(UUID simulation, long request);

    @ActivityMethod(name = "abandon")
    void abandon(Abandonment abandonment);
}
