package io.synthforce.api.interview;

import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.store.interview.Interviews;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks after interviews whose workflow was never begun, or is no more. Every process does, whatever its role. */
@Component
final class OpenInterviews {

    private static final Logger log = LoggerFactory.getLogger(OpenInterviews.class);
    private static final Duration SINCE = Duration.ofSeconds(10);

    private final Interviews interviews;
    private final SimulationWorkflows workflows;

    OpenInterviews(Interviews interviews, SimulationWorkflows workflows) {
        this.interviews = interviews;
        this.workflows = workflows;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            for (UUID interview : interviews.open(SINCE)) {
                workflows.interview(interview);
            }
        } catch (TemporalAway away) {
            log.warn("Open interviews wait: {}", away.getMessage());
        } catch (DataAccessException | TransactionException away) {
            log.warn("Open interviews cannot be looked through: {}", away.getMessage());
        }
    }
}
