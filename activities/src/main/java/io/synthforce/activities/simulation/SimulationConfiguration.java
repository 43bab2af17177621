package io.synthforce.activities.simulation;

import io.micrometer.core.instrument.MeterRegistry;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.Purses;
import io.synthforce.store.experiment.RunRecords;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.request.Plays;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.experiment.ExperimentActivities;
import io.synthforce.workflows.simulation.SimulationActivities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the workflow its hands in the store. */
@Configuration(proxyBeanMethods = false)
public class SimulationConfiguration {

    @Bean
    SimulationActivities simulationActivities(
            Simulations simulations,
            Snapshots snapshots,
            Requests requests,
            Turns turns,
            Journal journal,
            ModelCalls calls,
            Experiments experiments,
            MeterRegistry meters) {
        return new SimulationActivitiesImpl(
                simulations, snapshots, requests, turns, journal, calls, experiments, meters);
    }

    @Bean
    ExperimentActivities experimentActivities(
            Experiments experiments,
            Simulations simulations,
            Requests requests,
            Plays plays,
            RunRecords records,
            Budgets budgets) {
        return new ExperimentActivitiesImpl(
                experiments, simulations, requests, plays, records, new Purses(budgets, simulations, plays));
    }
}
