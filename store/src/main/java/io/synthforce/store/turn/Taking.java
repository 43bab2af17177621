package io.synthforce.store.turn;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.request.NextInputs;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.request.Refusal;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.simulation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns a request into the next turn of a locked simulation. */
final class Taking {

    private static final String ASKED = """
            select id, state, body from requests
            where id = :id and simulation = :simulation and operation = 'next'""";

    private static final String CAST = "select scenario -> 'cast' as seats from simulations where id = :id";

    private static final String TAKE =
            "update requests set state = 'taken', turn = :turn, taken_at = now() where id = :id";

    private static final Outcome UNKNOWN_ROLE = new Outcome(
            422, "validation_error", "focus_agents names a role that does not exist; GET /agents/list shows them all.");

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final LeftCalls leftCalls;
    private final Outcomes outcomes;

    Taking(JdbcClient jdbc, TurnRows turns, LeftCalls leftCalls, Outcomes outcomes) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.leftCalls = leftCalls;
        this.outcomes = outcomes;
    }

    private record Asked(long id, RequestRow.State state, NextInputs inputs) {}

    /** The turn to play, or empty when there is none for this request. */
    Optional<TurnRow> take(LockedSimulation simulation, long request) {
        return asked(simulation.id(), request).flatMap(asked -> switch (asked.state()) {
            case TAKEN -> turns.ofRequest(request);
            case OPEN -> takeOpen(simulation, asked);
            case DONE, REFUSED -> Optional.empty();
        });
    }

    private Optional<TurnRow> takeOpen(LockedSimulation simulation, Asked asked) {
        Optional<Outcome> refusal = Refusal.of(Operation.NEXT, simulation);
        if (refusal.isPresent()) {
            outcomes.write(asked.id(), refusal.get());
            return Optional.empty();
        }
        Optional<TurnRow> existing = turns.find(simulation.id(), simulation.currentTurn() + 1);
        if (existing.filter(turn -> turn.state() == TurnRow.State.TAKEN).isPresent()) {
            return existing;
        }
        Optional<List<Seat>> speakers =
                Speakers.of(cast(simulation.id()), asked.inputs().focusAgents());
        if (speakers.isEmpty()) {
            outcomes.write(asked.id(), UNKNOWN_ROLE);
            return Optional.empty();
        }
        NextInputs next = asked.inputs();
        TurnInputs inputs = new TurnInputs(next.userInput(), next.contextOverride(), speakers.get());
        TurnRow turn = existing.map(left -> takeUpAgain(left, asked.id(), inputs))
                .orElseGet(() -> turns.insert(
                        simulation.id(), simulation.currentTurn() + 1, asked.id(), SimulationState.ENGINE, inputs));
        jdbc.sql(TAKE).param("id", asked.id()).param("turn", turn.turn()).update();
        return Optional.of(turn);
    }

    /** Recorded replies stay if they answer the same inputs; who gave up is asked again in any case. */
    private TurnRow takeUpAgain(TurnRow left, long request, TurnInputs inputs) {
        if (left.inputsHash().equals(TurnRows.hash(inputs))) {
            leftCalls.forgetDegraded(left.simulation(), left.turn());
        } else {
            leftCalls.forget(left.simulation(), left.turn());
        }
        return turns.takeUpAgain(left.simulation(), left.turn(), request, inputs);
    }

    private Optional<Asked> asked(UUID simulation, long request) {
        return jdbc.sql(ASKED)
                .param("id", request)
                .param("simulation", simulation)
                .query((row, _) -> new Asked(
                        row.getLong("id"),
                        Columns.constant(row, "state", RequestRow.State.class),
                        Columns.json(row, "body", NextInputs.class)))
                .optional();
    }

    private List<Seat> cast(UUID simulation) {
        return jdbc.sql(CAST)
                .param("id", simulation)
                .query((row, _) -> Arrays.asList(Columns.json(row, "seats", Seat[].class)))
                .single();
    }
}
