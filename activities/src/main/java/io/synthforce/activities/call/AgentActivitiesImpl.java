package io.synthforce.activities.call;

import io.synthforce.activities.question.AnalysisQuestion;
import io.synthforce.activities.question.DisagreementsQuestion;
import io.synthforce.activities.question.MinutesQuestion;
import io.synthforce.activities.question.PositionQuestion;
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
        return caller.ask(call, new PositionQuestion());
    }

    @Override
    public DisagreementsNamed disagreements(ModelCall call) {
        return caller.ask(call, new DisagreementsQuestion());
    }

    @Override
    public ReplyGiven reply(ModelCall call) {
        return caller.ask(call, new ReplyQuestion());
    }

    @Override
    public MinutesTaken minutes(ModelCall call) {
        return caller.ask(call, new MinutesQuestion());
    }

    @Override
    public AnalysisGiven analysis(ModelCall call) {
        return caller.ask(call, new AnalysisQuestion());
    }
}
