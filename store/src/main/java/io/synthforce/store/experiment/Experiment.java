package io.synthforce.store.experiment;

import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.experiment.Plan;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A what-if as it stands.
 *
 * @param asked what the answer repeats of the request, as JSON
 * @param planHash of the plan as it was frozen
 * @param budget what its branches may spend, beside the budget of its simulation; null for no other cap
 * @param plan as it was frozen, with the repeats that were added later
 * @param request that is to be answered when it ends: the last one that asked for anything of it
 * @param exploratory whether repeats were added that had not been announced
 * @param stoppedBy what ended it before all that was asked for was played; null where nothing did, or its user
 */
public record Experiment(
        UUID id,
        UUID simulation,
        long request,
        @Nullable String name,
        @Nullable String description,
        String asked,
        Plan plan,
        String planHash,
        State state,
        @Nullable Budget budget,
        @Nullable StoppedBy stoppedBy,
        boolean exploratory,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** What has to be said where repeats were added that had not been announced. */
    public static final String EXPLORATORY =
            "EXPLORATORY: repeats were added after the first results were seen, so its intervals and verdicts hold less often than"
                    + " they say.";

    /** The key under which a branch is asked to play for an experiment. */
    public static String playKey(UUID experiment) {
        return "experiment/" + experiment;
    }

    /** What ends a what-if early, beside its user. */
    public enum StoppedBy {
        /** It was exact enough. */
        RULE,
        /** What is left does not cover another block. */
        BUDGET
    }

    /** Whether those that play are being stopped. */
    public boolean isStopping() {
        return state == State.CANCELLING || state == State.RUNNING && stoppedBy == StoppedBy.BUDGET;
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        /** No further branch begins, and those that play are being stopped. */
        CANCELLING,
        DONE,
        CANCELLED,
        /** A defect ended it. */
        FAILED;

        public boolean goesOn() {
            return this == RUNNING || this == CANCELLING;
        }

        /** Whether what it has come to may be told: to look before the end would be to look for what one wants to see. */
        public boolean isTold() {
            return this == DONE || this == CANCELLED;
        }
    }
}
