package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred.Origin;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.List;

/** What the world does before anyone speaks: due effects land, events occur, dynamics run. */
final class WorldPhase {

    private final World world;
    private final Effects effects;
    private final Chance chance;
    private final TurnLog log;
    private final int turn;

    WorldPhase(World world, Draws draws, TurnLog log, int turn) {
        this.world = world;
        this.effects = new Effects(log, draws, turn);
        this.chance = new Chance(log, draws, turn);
        this.log = log;
        this.turn = turn;
    }

    /**
     * @param due the effects the turn before left for this one
     * @param injected events that occur because users want it; one of the catalogue occurs once, whatever brings it
     */
    void play(List<PendingEffect> due, List<Injected> injected) {
        due.forEach(effects::land);
        world.events().forEach(event -> consider(event, injected));
        injected.stream()
                .filter(event -> world.event(event.event()).isEmpty())
                .forEach(event -> log.record(new EventOccurred(event.event(), Origin.INJECTED, event.visibility())));
        world.dynamics().forEach(this::run);
    }

    private void consider(WorldEvent event, List<Injected> injected) {
        boolean wanted = injected.stream().anyMatch(one -> one.event().equals(event.id()));
        if (wanted || (event.scheduled() ? event.onTurn() == turn : mayHappen(event) && isDrawn(event))) {
            Origin byItself = event.scheduled() ? Origin.SCHEDULED : Origin.DRAWN;
            Origin origin = wanted ? Origin.INJECTED : byItself;
            log.record(new EventOccurred(event.id(), origin, event.visibility()));
            effects.cause(event.effects(), new Cause(Cause.Kind.EVENT, event.id(), turn));
        }
    }

    private boolean isDrawn(WorldEvent event) {
        return chance.favours("event/" + event.id(), event.probability(log.numbers()));
    }

    private boolean mayHappen(WorldEvent event) {
        return !event.once() || !log.state().occurred().contains(event.id());
    }

    private void run(Dynamic dynamic) {
        log.change(dynamic.target(), dynamic.change(log.numbers()), new Cause(Cause.Kind.RULE, dynamic.id(), turn));
    }
}
