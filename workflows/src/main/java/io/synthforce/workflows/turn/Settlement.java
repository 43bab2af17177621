package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.world.Draws;
import java.util.List;

/**
 * What code makes of what was said: decisions, actions, the outside's answer. A pure function, so the minutes can be
 * told the facts without passing them through history.
 */
public final class Settlement {

    private Settlement() {}

    /** Plays the decision and outside phases onto the log. */
    static void play(Plot plot, Turn turn, TurnLog log, List<Voice> voices) {
        Draws draws = new Draws(plot.rootSeed(), plot.repeat());
        List<String> accepted = new DecisionPhase(plot.world(), draws, log, turn.number()).play(plot.issues(), voices);
        new OutsidePhase(plot.world(), draws, log, turn.number()).play(accepted);
        new Endings(plot.world(), log, turn.number()).play();
    }

    /**
     * The facts of a turn: what the world did at its opening, and what code decided.
     *
     * @param said the positions and replies that were given, in speaking order, replies of later rounds last
     */
    public static List<SimulationEvent> facts(
            Plot plot, SimulationState before, Turn turn, List<SimulationEvent> said) {
        return events(plot, before, turn, said).stream()
                .filter(Settlement::isFact)
                .toList();
    }

    /** All that happens in a turn but what coordinator and analyst say of it; the draws, too. */
    public static List<SimulationEvent> events(
            Plot plot, SimulationState before, Turn turn, List<SimulationEvent> said) {
        TurnLog log = Opening.log(plot, before, turn);
        said.forEach(log::record);
        play(plot, turn, log, Voice.of(turn.speakers(), said));
        return log.events();
    }

    private static boolean isFact(SimulationEvent event) {
        return !(event instanceof TurnOpened
                || event instanceof PositionTaken
                || event instanceof DisagreementsNamed
                || event instanceof ReplyGiven
                || event instanceof ValueDrawn
                || event instanceof EffectScheduled);
    }
}
