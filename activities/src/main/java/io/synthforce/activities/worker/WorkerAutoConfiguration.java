package io.synthforce.activities.worker;

import io.synthforce.activities.call.CallConfiguration;
import io.synthforce.activities.call.QuotaConfiguration;
import io.synthforce.activities.call.WorkerIdentity;
import io.synthforce.activities.groq.GroqConfiguration;
import io.synthforce.activities.replay.ReplayConfiguration;
import io.synthforce.activities.simulation.SimulationConfiguration;
import io.synthforce.store.request.Requests;
import io.synthforce.store.worker.ModelReports;
import io.synthforce.store.worker.Workers;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The worker role. The task queue and its beans are named in {@code worker.yaml}; what has no property there is set
 * here.
 */
@AutoConfiguration
@Profile("worker")
@EnableScheduling
@Import({
    GroqConfiguration.class,
    QuotaConfiguration.class,
    CallConfiguration.class,
    SimulationConfiguration.class,
    ReplayConfiguration.class
})
public class WorkerAutoConfiguration {

    /** A wave of calls starts with the workflow task that asks for it, without a trip through the task queue. */
    private static final int EAGER = 16;

    /** Bounds how long a killed worker's workflows stall. */
    private static final Duration STICKY = Duration.ofSeconds(5);

    /** How soon a call learns that it is no longer wanted. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> workerOptions() {
        return options -> options.setMaxEagerActivityReservationsPerWorkflowTask(EAGER)
                .setStickyQueueScheduleToStartTimeout(STICKY)
                .setMaxHeartbeatThrottleInterval(HEARTBEAT)
                .setDefaultHeartbeatThrottleInterval(HEARTBEAT)
                .setAllowActivityHeartbeatDuringShutdown(true);
    }

    @Bean
    TemporalOptionsCustomizer<WorkflowClientOptions.Builder> clientIdentity(WorkerIdentity identity) {
        return options -> options.setIdentity(identity.name());
    }

    @Bean
    Workers workers(DataSource dataSource, JdbcClient jdbc) {
        return new Workers(dataSource, jdbc);
    }

    @Bean
    Adoption adoption(WorkflowClient client, Workers workers, Requests requests, WorkerIdentity identity) {
        return new Adoption(client, workers, requests, identity.name());
    }

    @Bean
    ModelReporting modelReporting(
            @Qualifier("modelHealthIndicator") HealthIndicator model, ModelReports reports, WorkerIdentity identity) {
        return new ModelReporting(model, reports, identity.name());
    }

    @Bean
    LastCalls lastCalls(WorkerFactory workers) {
        return new LastCalls(workers);
    }
}
