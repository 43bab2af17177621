package io.synthforce.api.request;

import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.simulation.Simulations;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the runs of simulations that nobody asks for anything end, so that they leave the workers' cache. The simulations
 * go on: the next request revives them. Each is told in the minutes after its time is up, by every process; one that is
 * missed then stays in a cache that ends with its process.
 */
@Component
final class IdleSimulations {

    private static final Logger log = LoggerFactory.getLogger(IdleSimulations.class);
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Simulations simulations;
    private final SimulationWorkflows workflows;
    private final Duration timeout;

    IdleSimulations(Simulations simulations, SimulationWorkflows workflows, ApiSettings settings) {
        this.simulations = simulations;
        this.workflows = workflows;
        this.timeout = settings.sessionTimeout();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            for (UUID idle : simulations.idle(timeout, WITHIN)) {
                workflows.rest(idle);
            }
        } catch (TemporalAway | DataAccessException away) {
            log.warn("Idle simulations are looked through later: {}", away.getMessage());
        }
    }
}
