package io.synthforce.activities.replay;

import io.synthforce.activities.question.AnalysisQuestion;
import io.synthforce.activities.question.AnsweredOtherInputs;
import io.synthforce.activities.question.DisagreementsQuestion;
import io.synthforce.activities.question.MinutesQuestion;
import io.synthforce.activities.question.PositionQuestion;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.ReplyQuestion;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Calls;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers a turn's calls from what was recorded of them, and nothing that was not. */
final class RecordedCalls implements Calls {

    private final CallKey turn;
    private final List<RecordedCall> recorded;
    private final Function<ModelCall, Scene> scenes;
    private int read;

    /**
     * @param turn names the simulation and turn that were recorded
     * @param scenes what a call knew
     */
    RecordedCalls(CallKey turn, List<RecordedCall> recorded, Function<ModelCall, Scene> scenes) {
        this.turn = turn;
        this.recorded = recorded;
        this.scenes = scenes;
    }

    /** What was recorded does not answer what is asked. */
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient CallKey key;

        Unanswered(CallKey key, String reason) {
            super(reason);
            this.key = key;
        }

        CallKey key() {
            return key;
        }
    }

    private record Known<E>(E event) implements Begun<E> {

        @Override
        public void await() {
            // It was there before it was asked for.
        }
    }

    int read() {
        return read;
    }

    @Override
    public Begun<PositionTaken> position(Seat seat) {
        return answer(new PositionQuestion(), seat.id(), Phase.POSITION, 0, null);
    }

    @Override
    public Begun<DisagreementsNamed> disagreements(int round) {
        return answer(new DisagreementsQuestion(), CallKey.COORDINATOR, Phase.DISAGREEMENTS, round, null);
    }

    @Override
    public Begun<ReplyGiven> reply(Seat seat, int round, Disagreement disagreement) {
        return answer(new ReplyQuestion(), seat.id(), Phase.REPLY, round, disagreement);
    }

    @Override
    public Begun<MinutesTaken> minutes() {
        return answer(new MinutesQuestion(), CallKey.COORDINATOR, Phase.MINUTES, 0, null);
    }

    @Override
    public Begun<AnalysisGiven> analysis(Seat seat) {
        return answer(new AnalysisQuestion(), seat.id(), Phase.ANALYSIS, 0, null);
    }

    private <E> Begun<E> answer(
            Question<E> question, String seat, Phase phase, int round, @Nullable Disagreement disagreement) {
        CallKey key = new CallKey(turn.simulation(), turn.turn(), seat, phase, round);
        RecordedCall reply = recorded.stream()
                .filter(call -> call.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Unanswered(key, "no reply is recorded for this call"));
        read++;
        try {
            return new Known<>(question.read(
                    reply,
                    scenes.apply(new ModelCall(
                            key, CallClass.BATCH, turn.simulation().toString(), disagreement))));
        } catch (AnsweredOtherInputs other) {
            throw new Unanswered(key, "the recorded reply answered other inputs than these");
        }
    }
}
