package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Crossing;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.OutsideActor.Response;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Segments and competitors answer what was decided and what is public, by response functions with drawn parameters. They
 * see neither prompts nor private events.
 */
final class OutsidePhase {

    private final World world;
    private final Effects effects;
    private final Chance chance;
    private final TurnLog log;
    private final int turn;

    OutsidePhase(World world, Draws draws, TurnLog log, int turn) {
        this.world = world;
        this.effects = new Effects(log, draws, turn);
        this.chance = new Chance(log, draws, turn);
        this.log = log;
        this.turn = turn;
    }

    void play(List<String> acceptedActions) {
        for (OutsideActor actor : world.outside()) {
            for (Response response : actor.responses()) {
                provoked(actor, response, acceptedActions)
                        .filter(_ -> answers(actor, response))
                        .ifPresent(move -> make(move, response));
            }
        }
    }

    /** The move, with what provoked it; empty when nothing did. */
    private Optional<OutsideResponded> provoked(OutsideActor actor, Response response, List<String> accepted) {
        String action = accepted.contains(response.toAction()) ? response.toAction() : null;
        String event = occurred(response) ? response.toEvent() : null;
        Crossing when = response.when();
        String indicator = when != null && isPassed(when) ? when.indicator() : null;
        return response.unprovoked() || action != null || event != null || indicator != null
                ? Optional.of(new OutsideResponded(actor.id(), response.move(), action, event, indicator))
                : Optional.empty();
    }

    private boolean occurred(Response response) {
        return log.events().stream()
                .anyMatch(event -> event instanceof EventOccurred occurred
                        && occurred.visibility().toOutside()
                        && occurred.event().equals(response.toEvent()));
    }

    private boolean isPassed(Crossing when) {
        BigDecimal before = log.before().value(when.indicator());
        return when.happens(before, log.state().value(when.indicator()));
    }

    private boolean answers(OutsideActor actor, Response response) {
        return chance.favours("outside/" + actor.id() + "/" + response.move(), response.probability(log.numbers()));
    }

    private void make(OutsideResponded move, Response response) {
        log.record(move);
        String name = move.actor() + "/" + move.move();
        effects.cause(response.effects(), new Cause(Cause.Kind.OUTSIDE, name, turn));
    }
}
