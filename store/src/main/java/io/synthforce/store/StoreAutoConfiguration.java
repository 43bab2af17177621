package io.synthforce.store;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import io.synthforce.store.brief.CaseFiles;
import io.synthforce.store.brief.WrittenBriefs;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.store.budget.Measurements;
import io.synthforce.store.bundle.BundleWriter;
import io.synthforce.store.bundle.Imports;
import io.synthforce.store.call.Costs;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.discussion.Discussions;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.RunRecords;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.interview.Interviews;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.judging.Labels;
import io.synthforce.store.judging.Rulings;
import io.synthforce.store.limit.RateLimits;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.quota.QuotaBook;
import io.synthforce.store.request.Injections;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.request.Plays;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.Turns;
import io.synthforce.store.worker.ModelReports;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The store's front doors, listed by hand. */
@AutoConfiguration(
        after = {
            JdbcClientAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            DataRedisAutoConfiguration.class
        })
class StoreAutoConfiguration {

    @Bean
    SimulationLock simulationLock(JdbcClient jdbc) {
        return new SimulationLock(jdbc);
    }

    @Bean
    Outcomes outcomes(JdbcClient jdbc) {
        return new Outcomes(jdbc);
    }

    @Bean
    JournalRows journalRows(JdbcClient jdbc) {
        return new JournalRows(jdbc);
    }

    @Bean
    Snapshots snapshots(JdbcClient jdbc) {
        return new Snapshots(jdbc);
    }

    @Bean
    Memories memories(JdbcClient jdbc, @Value("${MEMORY_RETENTION_DAYS:30}") int retentionDays) {
        return new Memories(jdbc, retentionDays);
    }

    @Bean
    Plans plans(JdbcClient jdbc) {
        return new Plans(jdbc);
    }

    @Bean
    Evidences evidences(JdbcClient jdbc, Snapshots snapshots) {
        return new Evidences(jdbc, snapshots);
    }

    @Bean
    Discussions discussions(JdbcClient jdbc) {
        return new Discussions(jdbc);
    }

    @Bean
    Costs costs(JdbcClient jdbc) {
        return new Costs(jdbc);
    }

    @Bean
    MemoryEdits memoryEdits(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            Memories memories,
            @Value("${MEMORY_RETENTION_DAYS:30}") int retentionDays) {
        return new MemoryEdits(jdbc, transaction, lock, memories, retentionDays);
    }

    @Bean
    Budgets budgets(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        return new Budgets(jdbc, transaction, lock);
    }

    @Bean
    Measurements measurements(JdbcClient jdbc) {
        return new Measurements(jdbc);
    }

    @Bean
    KnownTerms knownTerms(JdbcClient jdbc) {
        return new KnownTerms(jdbc);
    }

    @Bean
    ModelReports modelReports(JdbcClient jdbc) {
        return new ModelReports(jdbc);
    }

    @Bean
    ModelCalls modelCalls(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        return new ModelCalls(jdbc, transaction, lock);
    }

    @Bean
    Simulations simulations(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JournalRows journal,
            Snapshots snapshots,
            Doorbell doorbell) {
        return new Simulations(jdbc, transaction, journal, snapshots, doorbell);
    }

    @Bean
    Branches branches(JdbcClient jdbc, TransactionTemplate transaction, JournalRows journal, Snapshots snapshots) {
        return new Branches(jdbc, transaction, journal, snapshots);
    }

    @Bean
    Experiments experiments(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Requests requests,
            Simulations simulations,
            Branches branches,
            Outcomes outcomes,
            Doorbell doorbell) {
        return new Experiments(jdbc, transaction, requests, simulations, branches, outcomes, doorbell);
    }

    @Bean
    CaseFiles caseFiles(
            JdbcClient jdbc, Experiments experiments, Simulations simulations, ModelCalls calls, Costs costs) {
        return new CaseFiles(jdbc, experiments, simulations, calls, costs);
    }

    @Bean
    Rulings rulings(JdbcClient jdbc) {
        return new Rulings(jdbc);
    }

    @Bean
    Labels labels(JdbcClient jdbc) {
        return new Labels(jdbc);
    }

    @Bean
    WrittenBriefs writtenBriefs(
            JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock, Doorbell doorbell) {
        return new WrittenBriefs(jdbc, transaction, lock, doorbell);
    }

    @Bean
    RunRecords runRecords(Snapshots snapshots, Journal journal, ModelCalls calls, Costs costs) {
        return new RunRecords(snapshots, journal, calls, costs);
    }

    @Bean
    BundleWriter bundleWriter(
            JdbcClient jdbc,
            Simulations simulations,
            Lineages lineages,
            Turns turns,
            Journal journal,
            ModelCalls calls,
            Plans plans) {
        return new BundleWriter(jdbc, simulations, lineages, turns, journal, calls, plans);
    }

    @Bean
    Imports imports(
            JdbcClient jdbc, TransactionTemplate transaction, JournalRows journal, Snapshots snapshots, Plans plans) {
        return new Imports(jdbc, transaction, journal, snapshots, plans);
    }

    @Bean
    Interviews interviews(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock, Doorbell doorbell) {
        return new Interviews(jdbc, transaction, lock, doorbell);
    }

    @Bean
    Lineages lineages(JdbcClient jdbc) {
        return new Lineages(jdbc);
    }

    @Bean
    Requests requests(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            Outcomes outcomes,
            Doorbell doorbell,
            @Value("${MAX_CONCURRENT_SIMULATIONS:10}") int mostPlaying) {
        return new Requests(jdbc, transaction, lock, outcomes, doorbell, mostPlaying);
    }

    @Bean
    Turns turns(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            Outcomes outcomes,
            Injections injections,
            Doorbell doorbell) {
        return new Turns(jdbc, transaction, lock, outcomes, injections, doorbell);
    }

    @Bean
    Injections injections(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        return new Injections(jdbc, transaction, lock);
    }

    @Bean
    Plays plays(JdbcClient jdbc) {
        return new Plays(jdbc);
    }

    @Bean
    Journal journal(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            JournalRows rows,
            Snapshots snapshots,
            Memories memories,
            ModelCalls calls,
            Outcomes outcomes,
            Doorbell doorbell) {
        return new Journal(jdbc, transaction, lock, rows, snapshots, memories, calls, outcomes, doorbell);
    }

    @Bean
    Doorbell doorbell(RedisConnectionFactory redis) {
        return new Doorbell(redis);
    }

    @Bean
    QuotaBook quotaBook(RedisConnectionFactory redis) {
        return new QuotaBook(redis);
    }

    @Bean
    RateLimits rateLimits(LettuceConnectionFactory redis) {
        return new RateLimits(redis);
    }

    /** While Redis is away its callers are told so at once, instead of being kept until it is back. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFastWhenDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer reconnectEverySecond() {
        return resources -> resources.reconnectDelay(Delay.constant(Duration.ofSeconds(1)));
    }
}
