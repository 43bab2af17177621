package io.synthforce.api.budget;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.budget.Budgets.Released;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rings for plays that waited for a budget. A bell that is lost costs a moment: open requests are looked through anyway. */
@Component
@ApiRole
public final class ReleasedPlays {

    private static final Logger log = LoggerFactory.getLogger(ReleasedPlays.class);

    private final SimulationWorkflows workflows;

    ReleasedPlays(SimulationWorkflows workflows) {
        this.workflows = workflows;
    }

    public void ring(List<Released> plays) {
        plays.forEach(this::ring);
    }

    private void ring(Released play) {
        try {
            workflows.ring(play.simulation(), play.bell());
        } catch (TemporalAway away) {
            log.warn("Simulation {} goes on a little later: {}", play.simulation(), away.getMessage());
        }
    }
}
