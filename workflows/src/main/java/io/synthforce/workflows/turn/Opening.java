package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Draws;
import java.util.List;

/**
 * How a turn opens, before anyone speaks. A pure function of what was known at its start, so the workflow and every
 * model call of the turn see the same world without passing it on.
 *
 * @param events what happened
 * @param state the state it led to
 */
public record Opening(List<SimulationEvent> events, SimulationState state) {

    public static Opening of(Plot plot, SimulationState before, Turn turn) {
        TurnLog log = log(plot, before, turn);
        return new Opening(log.events(), log.state());
    }

    static TurnLog log(Plot plot, SimulationState before, Turn turn) {
        TurnLog log = new TurnLog(plot.world(), before);
        List<String> speakers = turn.speakers().stream().map(Seat::id).toList();
        log.record(new TurnOpened(turn.number(), turn.inputs(), speakers));
        new WorldPhase(plot.world(), new Draws(plot.rootSeed(), plot.repeat()), log, turn.number())
                .play(before.due(turn.number()), turn.injected());
        return log;
    }
}
