package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.OutsideActor.Response;
import io.synthforce.workflows.world.World;
import java.util.List;

/** Segments and competitors answer what was decided, by response functions with drawn parameters. */
final class OutsidePhase {

    private final World world;
    private final Draws draws;
    private final TurnLog log;
    private final int turn;

    OutsidePhase(World world, Draws draws, TurnLog log, int turn) {
        this.world = world;
        this.draws = draws;
        this.log = log;
        this.turn = turn;
    }

    void play(List<String> acceptedActions) {
        for (OutsideActor actor : world.outside()) {
            for (Response response : actor.responses()) {
                if (acceptedActions.contains(response.toAction()) && answers(actor, response)) {
                    log.record(new OutsideResponded(actor.id(), response.move(), response.toAction()));
                    String move = actor.id() + "/" + response.move();
                    new Effects(log, draws, turn)
                            .cause(List.of(response.effect()), new Cause(Cause.Kind.OUTSIDE, move, turn));
                }
            }
        }
    }

    private boolean answers(OutsideActor actor, Response response) {
        return draws.uniform(turn, "outside/" + actor.id() + "/" + response.move()) < response.probability();
    }
}
