package io.synthforce.activities.replay;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.turn.CallKey;

/** Which event a call leads to. */
final class Calling {

    private Calling() {}

    static boolean isOf(CallKey key, SimulationEvent event) {
        return switch (key.phase()) {
            case POSITION ->
                event instanceof PositionTaken taken && taken.seat().equals(key.seat());
            case DISAGREEMENTS -> event instanceof DisagreementsNamed named && named.round() == key.round();
            case REPLY ->
                event instanceof ReplyGiven given && given.seat().equals(key.seat()) && given.round() == key.round();
            case MINUTES -> event instanceof MinutesTaken;
            case ANALYSIS -> event instanceof AnalysisGiven;
            case INTERVIEW, JUDGE, BRIEF, ENTAILMENT, BASELINE -> false;
        };
    }

    static String inWords(CallKey key) {
        String round = key.round() == 0 ? "" : " of round " + key.round();
        return key.seat() + ", " + key.phase().label() + round;
    }
}
