package io.synthforce.api.request;

import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks after requests whose bell was lost: with the process that stored them, with a Temporal that was away, or with a
 * run that is no more. Every process does, whatever its role.
 */
@Component
final class OpenRequests {

    private static final Logger log = LoggerFactory.getLogger(OpenRequests.class);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int LIMIT = 500;

    private final Requests requests;
    private final SimulationWorkflows workflows;
    private Duration idle = Duration.ZERO;

    OpenRequests(Requests requests, SimulationWorkflows workflows) {
        this.requests = requests;
        this.workflows = workflows;
    }

    /** The first look, at start, waits for nobody: whatever is open then was left by a process that ended. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            List<RequestRow> claimed = requests.claimIdle(idle, LIMIT);
            idle = IDLE;
            if (!claimed.isEmpty()) {
                workflows.prepare();
            }
            for (RequestRow request : claimed) {
                lookAfter(request);
            }
        } catch (TemporalAway away) {
            log.warn("Open requests wait: {}", away.getMessage());
        } catch (DataAccessException | TransactionException away) {
            log.warn("Open requests cannot be looked through: {}", away.getMessage());
        }
    }

    private void lookAfter(RequestRow request) throws TemporalAway {
        if (isForgotten(request)) {
            String run = workflows.ring(request.simulation(), new Bell(request.id(), request.operation()));
            requests.rung(request.id(), run);
            log.info("Rang again for request {} of simulation {}", request.id(), request.simulation());
        }
    }

    /** What an experiment does not look after has no experiment any more, however its simulation is. */
    private boolean isForgotten(RequestRow request) throws TemporalAway {
        return request.operation() == Operation.WHAT_IF
                || request.runId() == null
                || !workflows.isOpen(request.simulation(), request.runId());
    }
}
