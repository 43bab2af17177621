package io.synthforce.activities.call;

import io.synthforce.activities.question.AnalysisQuestion;
import io.synthforce.activities.question.DisagreementsQuestion;
import io.synthforce.activities.question.MinutesQuestion;
import io.synthforce.activities.question.PositionQuestion;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.ReplyQuestion;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.ModelCall;

/** Each kind of call, asked with its question. */
final class AgentActivitiesImpl implements AgentActivities {

    private final ModelCaller caller;

    AgentActivitiesImpl(ModelCaller caller) {
        this.caller = caller;
    }

    @Override
    public PositionTaken position(ModelCall call) {
        return ask(call, new PositionQuestion());
    }

    @Override
    public DisagreementsNamed disagreements(ModelCall call) {
        return ask(call, new DisagreementsQuestion());
    }

    @Override
    public ReplyGiven reply(ModelCall call) {
        return ask(call, new ReplyQuestion());
    }

    @Override
    public MinutesTaken minutes(ModelCall call) {
        return ask(call, new MinutesQuestion());
    }

    @Override
    public AnalysisGiven analysis(ModelCall call) {
        return ask(call, new AnalysisQuestion());
    }

    /** A defect of ours is not mended by trying again: it ends the turn, visibly, instead of repeating for ever. */
    private <E> E ask(ModelCall call, Question<E> question) {
        try {
            return caller.ask(call, question);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException defect) {
            throw Faults.defect(defect);
        }
    }
}
