package io.synthforce.activities.simulation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.request.Requests;
import io.synthforce.store.request.Requests.Answered;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.simulation.SimulationActivities;
import io.synthforce.workflows.turn.Plot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Opens simulations for the workflow and passes its writes on to the store, which alone decides what stands. */
final class SimulationActivitiesImpl implements SimulationActivities {

    private static final Logger log = LoggerFactory.getLogger(SimulationActivitiesImpl.class);

    private final Simulations simulations;
    private final Snapshots snapshots;
    private final Requests requests;
    private final Turns turns;
    private final Journal journal;
    private final ModelCalls calls;
    private final Counter played;
    private final Counter left;
    private final Experiments experiments;

    SimulationActivitiesImpl(
            Simulations simulations,
            Snapshots snapshots,
            Requests requests,
            Turns turns,
            Journal journal,
            ModelCalls calls,
            Experiments experiments,
            MeterRegistry meters) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.snapshots = snapshots;
        this.requests = requests;
        this.turns = turns;
        this.journal = journal;
        this.calls = calls;
        this.played = Counter.builder("synthforce.turns.played")
                .description("Turns played to their end")
                .register(meters);
        this.left = Counter.builder("synthforce.turns.left")
                .description("Turns that ended without being played")
                .register(meters);
    }

    @Override
    public Opened open(UUID simulation, String runId) {
        try {
            return simulations
                    .find(simulation)
                    .flatMap(
                            row -> snapshots.find(simulation, row.currentTurn()).map(snapshot -> opened(row, snapshot)))
                    .orElse(Opened.NONE);
        } catch (JacksonException unreadable) {
            log.error("Simulation {} has failed: its snapshot cannot be read", simulation, unreadable);
            requests.fail(simulation);
            return Opened.NONE;
        }
    }

    private Opened opened(SimulationRow row, Snapshot snapshot) {
        String parent = row.parent() == null ? null : row.parent().toString();
        String experiment = row.experiment() == null ? null : row.experiment().toString();
        return new Opened(
                Verdict.DONE,
                row.status(),
                row.head(),
                snapshot.state(),
                Plot.of(row.scenario(), row.root()),
                new Labels(row.owner(), row.root().toString(), parent, row.maxTurns(), experiment),
                requests.unanswered(row.id()));
    }

    @Override
    public Taken take(UUID simulation, long request, long head) {
        return turns.take(simulation, request, head);
    }

    @Override
    public Projected project(Projection projection) {
        Projected projected = journal.project(projection);
        if (projected.verdict() == Verdict.DONE) {
            played.increment();
        }
        return projected;
    }

    @Override
    public Commanded command(UUID simulation, long request) {
        Answered answered = requests.answer(simulation, request);
        if (answered.status() == null) {
            return new Commanded(Verdict.GONE, null, false);
        }
        boolean waits = calls.turnWaits(simulation, answered.currentTurn() + 1);
        return new Commanded(Verdict.DONE, answered.status(), waits);
    }

    @Override
    public @Nullable UUID experiment(UUID simulation, long request) {
        return experiments
                .ofRequest(request)
                .filter(experiment -> experiment.state().goesOn())
                .map(Experiment::id)
                .orElse(null);
    }

    @Override
    public void abandon(Abandonment abandonment) {
        log.warn(
                "Turn {} of simulation {} is left: {}",
                abandonment.turn(),
                abandonment.simulation(),
                abandonment.error());
        turns.abandon(abandonment);
        left.increment();
    }
}
