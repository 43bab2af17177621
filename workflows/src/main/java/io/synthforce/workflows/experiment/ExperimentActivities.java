package io.synthforce.workflows.experiment;

import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.simulation.Bell;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The experiment's dealings with the store, run as local activities. Every one may run twice. */
@ActivityInterface
public interface ExperimentActivities {

    /**
     * How an experiment stands.
     *
     * @param known false when there is no such experiment any more, or it was concluded
     * @param cancelled whether no further branch is to begin
     * @param label what people see of it in the Temporal UI; no text of the user's
     * @param waiting branches that have not begun, in the order of the plan
     * @param playing branches that began and have not ended
     * @param unjudged what the judge has not ruled on in whole blocks, once nothing more is played
     */
    record Standing(
            boolean known,
            boolean cancelled,
            String label,
            List<UUID> waiting,
            List<UUID> playing,
            int ended,
            List<Matter> unjudged) {

        public static final Standing GONE = new Standing(false, false, "", List.of(), List.of(), 0, List.of());

        /** Histories from before there were judges say nothing of what is unjudged. */
        public Standing {
            unjudged = unjudged == null ? List.of() : List.copyOf(unjudged);
        }
    }

    /** Looks at the branches, and keeps what came of those that have ended. */
    @ActivityMethod(name = "lookAtBranches")
    Standing look(UUID experiment);

    /**
     * Stores the request that lets a branch play to its horizon.
     *
     * @return false when there is nothing to play: it is at its horizon, or gone
     */
    @ActivityMethod(name = "beginBranch")
    boolean begin(UUID experiment, UUID branch);

    /**
     * Stores the request that stops a branch after the turn under way, and returns the bell to ring for it; null when
     * there is nothing to stop.
     */
    @ActivityMethod(name = "stopBranch")
    @Nullable
    Bell stop(UUID experiment, UUID branch);

    /** Writes what the experiment came to, and answers the request for it. */
    @ActivityMethod(name = "conclude")
    void conclude(UUID experiment);

    /**
     * Ends an experiment that met a defect, and answers the request for it. Reads nothing that may be what is broken.
     *
     * @return branches that were being played
     */
    @ActivityMethod(name = "failExperiment")
    List<UUID> fail(UUID experiment);
}
