package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Disagreement;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The model calls of one turn: their keys, and activity stubs whose summaries read well in the Temporal UI without
 * showing a user's text.
 */
final class Calls {

    /** Three times the longest provider timeout, and room to store the reply. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(3 * 120 + 15);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** No limit on attempts: waiting for the provider costs attempts too. Faults are counted in the store. */
    private static final RetryOptions RETRY = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(100))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofSeconds(10))
            .build();

    private static final ActivityOptions OPTIONS = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(LONGEST_CALL)
            .setHeartbeatTimeout(HEARTBEAT)
            .setRetryOptions(RETRY)
            .setCancellationType(ActivityCancellationType.TRY_CANCEL)
            .build();

    private final Turn turn;
    private final String budgetScope;

    Calls(Turn turn, String budgetScope) {
        this.turn = turn;
        this.budgetScope = budgetScope;
    }

    AgentActivities by(String who, Phase phase) {
        String summary = who + " · turn " + turn.number() + " · " + phase.label();
        return Workflow.newActivityStub(
                AgentActivities.class,
                ActivityOptions.newBuilder(OPTIONS).setSummary(summary).build());
    }

    ModelCall call(String seat, Phase phase) {
        return call(seat, phase, 0, null);
    }

    ModelCall call(String seat, Phase phase, int round, @Nullable Disagreement disagreement) {
        CallKey key = new CallKey(turn.simulation(), turn.number(), seat, phase, round);
        return new ModelCall(key, turn.callClass(), budgetScope, disagreement);
    }
}
