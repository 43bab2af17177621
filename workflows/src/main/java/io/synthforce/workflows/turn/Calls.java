package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.scenario.Seat;

/** Who answers the calls of a turn: models in a workflow, records in a replay. The turn goes the same way with either. */
public interface Calls {

    /** A call that was begun, maybe beside others. */
    interface Begun<E> {

        /** Waits for its end, whether or not it failed. */
        void await();

        /** What it came to; fails as it did. */
        E event();
    }

    Begun<PositionTaken> position(Seat seat);

    Begun<DisagreementsNamed> disagreements(int round);

    Begun<ReplyGiven> reply(Seat seat, int round, Disagreement disagreement);

    Begun<MinutesTaken> minutes();

    Begun<AnalysisGiven> analysis(Seat seat);
}
