package io.synthforce.activities.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.Dialects;
import io.synthforce.activities.groq.GroqClient;
import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.Prices;
import io.synthforce.store.brief.WrittenBriefs;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.interview.Interviews;
import io.synthforce.store.judging.Rulings;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.quota.Quotas;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.brief.BriefActivities;
import io.synthforce.workflows.interview.InterviewActivities;
import io.synthforce.workflows.judging.JudgeActivities;
import io.synthforce.workflows.turn.AgentActivities;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the caller of models together. */
@Configuration(proxyBeanMethods = false)
public class CallConfiguration {

    @Bean
    WorkerIdentity workerIdentity() {
        return WorkerIdentity.fresh();
    }

    @Bean
    Heartbeats heartbeats() {
        return new Heartbeats();
    }

    @Bean
    PublishedTerms publishedTerms(
            KnownTerms terms,
            GroqProperties properties,
            ModelChoice choice,
            Prices prices,
            Keys keys,
            Quotas quotas,
            @Value("${GROQ_LIMITS:}") String configured,
            @Value("${GROQ_MAX_RETRIES:3}") int retries) {
        boolean groq = properties.baseUrl().equals(GroqProperties.DEFAULT_BASE_URL) && !prices.free();
        return new PublishedTerms(
                terms, properties, choice, prices, keys, retries, new KnownLimits(quotas, keys, configured, groq));
    }

    @Bean
    ModelCaller modelCaller(
            Simulations simulations,
            Turns turns,
            Snapshots snapshots,
            Plans plans,
            ModelCalls calls,
            Memories memories,
            Evidences evidences,
            GroqClient client,
            GroqProperties properties,
            ModelChoice choice,
            Keys keys,
            Breakers breakers,
            Dialects dialects,
            Prices prices,
            Heartbeats heartbeats,
            MeterRegistry meters,
            WorkerIdentity worker,
            Quotas quotas,
            ApplicationEventPublisher events,
            @Value("${GROQ_WHAT_IF_TIER:#{null}}") @Nullable String whatIfTier,
            @Value("${GROQ_MAX_RETRIES:3}") int retries) {
        Admissions admissions = new Admissions(keys, quotas, () -> events.publishEvent(new LimitsLearned()));
        return new ModelCaller(
                new Scenes(
                        new Backgrounds(simulations, snapshots, turns, plans, calls, evidences),
                        turns,
                        calls,
                        memories),
                calls,
                new Replies(calls, memories),
                new Provider(
                        calls,
                        client,
                        properties,
                        heartbeats,
                        new CallMeters(meters),
                        prices,
                        admissions,
                        whatIfTier,
                        worker),
                new Routes(choice, keys, breakers, dialects),
                admissions,
                retries);
    }

    @Bean
    AgentActivities agentActivities(ModelCaller caller) {
        return new AgentActivitiesImpl(caller);
    }

    @Bean
    JudgeActivities judgeActivities(
            Experiments experiments,
            Simulations simulations,
            Snapshots snapshots,
            Rulings rulings,
            ModelCalls calls,
            ModelCaller caller) {
        return new JudgeActivitiesImpl(experiments, simulations, rulings, calls, new JudgeScenes(snapshots), caller);
    }

    @Bean
    InterviewActivities interviewActivities(
            Interviews interviews,
            Simulations simulations,
            Snapshots snapshots,
            Turns turns,
            ModelCalls calls,
            Memories memories,
            Evidences evidences,
            ModelCaller caller) {
        return new InterviewActivitiesImpl(
                interviews, new InterviewScenes(simulations, snapshots, turns, calls, memories, evidences), caller);
    }

    @Bean
    BriefActivities briefActivities(
            WrittenBriefs briefs, Simulations simulations, Snapshots snapshots, ModelCalls calls, ModelCaller caller) {
        return new BriefActivitiesImpl(briefs, new BriefCalls(new BriefScenes(simulations, snapshots), caller, calls));
    }
}
