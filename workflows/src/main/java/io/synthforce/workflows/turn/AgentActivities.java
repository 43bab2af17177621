package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * The model calls of a turn. Each may run any number of times: the first reply recorded under the call's key is what
 * every run returns. A call that is given up for good returns a degraded event; only defects fail the activity.
 */
@ActivityInterface
public interface AgentActivities {

    /** Failure type of a call for which there is nothing left to answer: the simulation or the turn is not this run's. */
    String GONE = "simulation_gone";

    @ActivityMethod(name = "position")
    PositionTaken position(ModelCall call);

    @ActivityMethod(name = "disagreements")
    DisagreementsNamed disagreements(ModelCall call);

    @ActivityMethod(name = "reply")
    ReplyGiven reply(ModelCall call);

    @ActivityMethod(name = "minutes")
    MinutesTaken minutes(ModelCall call);

    @ActivityMethod(name = "analysis")
    AnalysisGiven analysis(ModelCall call);
}
