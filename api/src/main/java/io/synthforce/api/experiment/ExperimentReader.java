package io.synthforce.api.experiment;

import io.synthforce.api.stream.EventStream;
import io.synthforce.api.stream.Watch;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells one reader how a what-if stands. Its first event is complete, so whoever comes back has missed nothing. It looks
 * every second, for what waits for the provider rings no bell.
 */
final class ExperimentReader extends Watch {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UUID experiment;
    private final Experiments experiments;
    private final Stalls stalls;
    private final EventStream stream;
    private @Nullable ExperimentState shown;

    ExperimentReader(UUID experiment, Experiments experiments, Stalls stalls, EventStream stream) {
        super(stream);
        this.experiment = experiment;
        this.experiments = experiments;
        this.stalls = stalls;
        this.stream = stream;
    }

    @Override
    protected boolean look() throws IOException {
        Optional<Experiment> found = experiments.find(experiment);
        if (found.isEmpty()) {
            stream.event("end", new End("deleted"));
            stream.flush();
            return true;
        }
        show(found.get());
        Long end = end(found.get());
        if (end != null) {
            stream.event(end, "end", new End(Words.of(found.get().state())));
        }
        stream.flush();
        return end != null;
    }

    @Override
    protected Duration patience() {
        return PATIENCE;
    }

    private void show(Experiment found) throws IOException {
        List<BranchRun> runs = experiments.states(experiment);
        ExperimentState now = ExperimentState.of(found, runs, stalls.of(found, runs));
        if (!now.equals(shown)) {
            stream.event("state", now.since(shown));
            shown = now;
        }
    }

    /** The id of its last event; null while it goes on. */
    static @Nullable Long end(Experiment experiment) {
        return experiment.endedAt() == null ? null : experiment.endedAt().toEpochMilli();
    }
}
