package io.synthforce.store.request;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Obeys pause, resume and stop on a locked simulation. A turn already taken is left alone: it goes on. A play outlives
 * a pause and ends with a stop.
 */
final class Commands {

    private static final String OPEN =
            "select operation from requests where id = :id and simulation = :simulation and state = 'open'";

    private static final String REFUSE_QUEUED = """
            update requests
            set state = 'refused', http_status = :status, error = :error, detail = :detail, closed_at = now()
            where simulation = :simulation and state = 'open' and operation = 'next' and id < :id""";

    private static final String SET_STATUS =
            "update simulations set status = :status, updated_at = now() where id = :id";

    private final JdbcClient jdbc;
    private final Outcomes outcomes;
    private final Plays plays;

    Commands(JdbcClient jdbc, Outcomes outcomes) {
        this.jdbc = jdbc;
        this.outcomes = outcomes;
        this.plays = new Plays(jdbc);
    }

    Status obey(LockedSimulation simulation, long request) {
        return open(simulation, request)
                .map(command -> obey(simulation, request, command))
                .orElse(simulation.status());
    }

    private Status obey(LockedSimulation simulation, long request, Operation command) {
        Optional<Outcome> refusal = Refusal.of(command, simulation);
        if (refusal.isPresent()) {
            outcomes.write(request, refusal.get());
            return simulation.status();
        }
        Status status = switch (command) {
            case PAUSE -> {
                refuseQueued(simulation, request, Refusal.paused());
                yield Status.PAUSED;
            }
            case RESUME -> Status.ACTIVE;
            case STOP -> {
                refuseQueued(simulation, request, Refusal.stopped());
                plays.stop(simulation, request);
                yield simulation.status();
            }
            case NEXT, PLAY, INJECT, WHAT_IF ->
                throw new IllegalArgumentException("Request " + request + " is no command");
        };
        jdbc.sql(SET_STATUS)
                .param("id", simulation.id())
                .param("status", Columns.word(status))
                .update();
        outcomes.write(request, Outcome.OK);
        return status;
    }

    private Optional<Operation> open(LockedSimulation simulation, long request) {
        return jdbc.sql(OPEN)
                .param("id", request)
                .param("simulation", simulation.id())
                .query((row, _) -> Columns.constant(row, "operation", Operation.class))
                .optional();
    }

    private void refuseQueued(LockedSimulation simulation, long before, Outcome outcome) {
        jdbc.sql(REFUSE_QUEUED)
                .param("simulation", simulation.id())
                .param("id", before)
                .param("status", outcome.httpStatus())
                .param("error", outcome.error())
                .param("detail", outcome.detail())
                .update();
    }
}
