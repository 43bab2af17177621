package io.synthforce.api.turn;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.turn.TurnAnswer.ModelAnswer;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.simulation.Operation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns that were asked for and are not played yet: what they will be, as far as that is known. */
@Component
@ApiRole
final class PendingTurns {

    private final Requests requests;

    PendingTurns(Requests requests) {
        this.requests = requests;
    }

    /** The turn a request became, or will become if those before it are played. */
    int expected(SimulationRow simulation, RequestRow request) {
        return Optional.ofNullable(request.turn()).orElseGet(() -> {
            List<Long> waiting = nexts(simulation);
            int before = waiting.indexOf(request.id());
            return simulation.currentTurn() + 1 + Math.max(before, 0);
        });
    }

    /** Whether so many turns were asked for that this one is among them. */
    boolean isExpected(SimulationRow simulation, int turn) {
        return turn > simulation.currentTurn()
                && turn <= simulation.currentTurn() + nexts(simulation).size();
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
