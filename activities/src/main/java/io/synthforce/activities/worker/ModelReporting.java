package io.synthforce.activities.worker;

import io.synthforce.store.worker.ModelReport;
import io.synthforce.store.worker.ModelReports;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells processes that ask no model themselves how its endpoint takes the keys here. */
final class ModelReporting {

    private static final Logger log = LoggerFactory.getLogger(ModelReporting.class);

    private final HealthIndicator model;
    private final ModelReports reports;
    private final String identity;

    ModelReporting(HealthIndicator model, ModelReports reports, String identity) {
        this.model = model;
        this.reports = reports;
        this.identity = identity;
    }

    /** The endpoint is asked more seldom than this. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void report() {
        try {
            Health health = model.health();
            if (health != null) {
                reports.write(identity, new ModelReport(Status.UP.equals(health.getStatus()), health.getDetails()));
            }
        } catch (DataAccessException e) {
            log.warn("How the model's endpoint takes the keys cannot be told to others now: {}", e.getMessage());
        }
    }
}
