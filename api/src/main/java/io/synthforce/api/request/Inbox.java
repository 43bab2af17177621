package io.synthforce.api.request;

import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes requests to simulations: each is stored, then rung for, then waited for. */
@Component
@ApiRole
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final Requests requests;
    private final SimulationWorkflows workflows;
    private final Waiting waiting;

    Inbox(Requests requests, SimulationWorkflows workflows, Waiting waiting) {
        this.requests = requests;
        this.workflows = workflows;
        this.waiting = waiting;
    }

    /**
     * Asks something of a simulation. Under a key that was used before for the same, nothing new is asked.
     *
     * @param body canonical JSON of the arguments, {@code {}} for commands
     * @param limit how long to wait for the answer
     * @throws io.synthforce.api.problem.Refused if it is refused, or if nobody is there to carry it out
     */
    public Asked ask(UUID simulation, RequestKey key, Operation operation, String body, Duration limit) {
        RequestRow request = submit(simulation, key, operation, body);
        boolean rung = request.outcome() != null || request.runId() != null || ring(request);
        return waiting.await(request, key, rung, limit);
    }

    private RequestRow submit(UUID simulation, RequestKey key, Operation operation, String body) {
        return switch (requests.submit(simulation, key.value(), operation, body)) {
            case Submitted.Stored stored -> stored.request();
            case Submitted.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Submitted.UnknownSimulation _ -> throw new UnknownSimulation(simulation);
            case Submitted.TooManyPlaying full -> throw new TooManyPlaying(full.limit());
        };
    }

    private boolean ring(RequestRow request) {
        try {
            String run = workflows.ring(request.simulation(), new Bell(request.id(), request.operation()));
            requests.rung(request.id(), run);
            return true;
        } catch (TemporalAway away) {
            log.warn("Request {} is stored and not rung for: {}", request.id(), away.getMessage());
            return false;
        }
    }
}
