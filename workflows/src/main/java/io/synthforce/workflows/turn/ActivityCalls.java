package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.scenario.Seat;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The model calls of one turn: their keys, and activity stubs whose summaries read well in the Temporal UI without
 * showing a user's text.
 */
final class ActivityCalls implements Calls {

    private static final String COORDINATOR = "Coordinator";

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

    ActivityCalls(Turn turn, String budgetScope) {
        this.turn = turn;
        this.budgetScope = budgetScope;
    }

    @Override
    public Begun<PositionTaken> position(Seat seat) {
        return begin(by(seat.name(), Phase.POSITION)::position, call(seat.id(), Phase.POSITION, 0, null));
    }

    @Override
    public Begun<DisagreementsNamed> disagreements(int round) {
        return begin(
                by(COORDINATOR, Phase.DISAGREEMENTS)::disagreements,
                call(CallKey.COORDINATOR, Phase.DISAGREEMENTS, round, null));
    }

    @Override
    public Begun<ReplyGiven> reply(Seat seat, int round, Disagreement disagreement) {
        return begin(by(seat.name(), Phase.REPLY)::reply, call(seat.id(), Phase.REPLY, round, disagreement));
    }

    @Override
    public Begun<MinutesTaken> minutes() {
        return begin(by(COORDINATOR, Phase.MINUTES)::minutes, call(CallKey.COORDINATOR, Phase.MINUTES, 0, null));
    }

    @Override
    public Begun<AnalysisGiven> analysis(Seat seat) {
        return begin(by(seat.name(), Phase.ANALYSIS)::analysis, call(seat.id(), Phase.ANALYSIS, 0, null));
    }

    private static <E> Begun<E> begin(Functions.Func1<ModelCall, E> activity, ModelCall call) {
        return new Promised<>(Async.function(activity, call));
    }

    private AgentActivities by(String who, Phase phase) {
        String summary = who + " · turn " + turn.number() + " · " + phase.label();
        return Workflow.newActivityStub(
                AgentActivities.class,
                ActivityOptions.newBuilder(OPTIONS).setSummary(summary).build());
    }

    private ModelCall call(String seat, Phase phase, int round, @Nullable Disagreement disagreement) {
        CallKey key = new CallKey(turn.simulation(), turn.number(), seat, phase, round);
        return new ModelCall(key, turn.callClass(), budgetScope, disagreement);
    }

    private record Promised<E>(Promise<E> promise) implements Begun<E> {

        @Override
        public void await() {
            promise.getFailure();
        }

        @Override
        public E event() {
            return promise.get();
        }
    }
}
