package io.synthforce.api.turn;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.turn.TurnAnswer.ModelAnswer;
import io.synthforce.store.request.Play;
import io.synthforce.store.request.Plays;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.simulation.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns that were asked for and are not played yet: what they will be, as far as that is known. */
@Component
@ApiRole
final class PendingTurns {

    private final Requests requests;
    private final Turns turns;
    private final Plays plays;

    PendingTurns(Requests requests, Turns turns, Plays plays) {
        this.requests = requests;
        this.turns = turns;
        this.plays = plays;
    }

    /** The turn a request became, or will become if those before it are played. */
    int expected(SimulationRow simulation, RequestRow request) {
        return Optional.ofNullable(request.turn()).orElseGet(() -> {
            List<Long> waiting = nexts(simulation);
            int before = waiting.indexOf(request.id());
            return simulation.currentTurn() + 1 + Math.max(before, 0) + ofPlay(simulation, waiting);
        });
    }

    /** Whether so many turns were asked for that this one is among them. */
    boolean isExpected(SimulationRow simulation, int turn) {
        List<Long> waiting = nexts(simulation);
        int asked = simulation.currentTurn() + waiting.size() + ofPlay(simulation, waiting);
        int played = plays.latest(simulation.id())
                .filter(Play::goesOn)
                .map(Play::until)
                .orElse(0);
        return turn > simulation.currentTurn() && turn <= Math.max(asked, played);
    }

    /** A play gives way after the turn it has under way: one such turn, or none. */
    private int ofPlay(SimulationRow simulation, List<Long> nexts) {
        return turns.underWay(simulation.id())
                        .filter(turn -> turn.turn() == simulation.currentTurn() + 1)
                        .filter(turn -> !nexts.contains(turn.request()))
                        .isPresent()
                ? 1
                : 0;
    }

    /** In the shape of a finished turn, with nothing in it yet. */
    static TurnAnswer answer(SimulationRow simulation, int turn) {
        return new TurnAnswer(
                simulation.id(),
                turn,
                "in_progress",
                List.of(),
                "",
                null,
                null,
                0,
                0,
                turn < simulation.maxTurns(),
                null,
                null,
                null,
                null,
                null,
                WorldAnswer.nothingYet(simulation.scenario().clock().dateOf(turn)),
                List.of(),
                null,
                List.of(),
                ModelAnswer.of(null, null, false));
    }

    /** The taken one comes first, the others in the order in which they were asked for. */
    private List<Long> nexts(SimulationRow simulation) {
        return requests.unanswered(simulation.id()).stream()
                .filter(bell -> bell.operation() == Operation.NEXT)
                .map(bell -> bell.request())
                .toList();
    }
}
