package io.synthforce.activities.replay;

import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.replay.ReplayActivities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives replays their hands. They have none that could ask a model or write. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {

    @Bean
    ReplayActivities replayActivities(
            Simulations simulations, Lineages lineages, Turns turns, Journal journal, ModelCalls calls) {
        return new ReplayActivitiesImpl(simulations, lineages, turns, journal, calls);
    }
}
