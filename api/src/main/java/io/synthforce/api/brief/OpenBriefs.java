package io.synthforce.api.brief;

import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.brief.WrittenBriefs;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks after briefs whose workflow was never begun, or is no more. Every process does, whatever its role. */
@Component
final class OpenBriefs {

    private static final Logger log = LoggerFactory.getLogger(OpenBriefs.class);
    private static final Duration SINCE = Duration.ofSeconds(10);

    private final WrittenBriefs briefs;
    private final SimulationWorkflows workflows;

    OpenBriefs(WrittenBriefs briefs, SimulationWorkflows workflows) {
        this.briefs = briefs;
        this.workflows = workflows;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            for (UUID brief : briefs.open(SINCE)) {
                workflows.brief(brief);
            }
        } catch (TemporalAway away) {
            log.warn("Open briefs wait: {}", away.getMessage());
        } catch (DataAccessException | TransactionException away) {
            log.warn("Open briefs cannot be looked through: {}", away.getMessage());
        }
    }
}
