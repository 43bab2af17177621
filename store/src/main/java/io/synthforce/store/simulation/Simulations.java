package io.synthforce.store.simulation;

import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalog. A simulation is written with its first journal entry and snapshot 0 before any workflow starts. */
public class Simulations {

    /** How a start went. */
    public sealed interface Started {
        /** Written now, or earlier under the same key and body. */
        record Simulation(SimulationRow row, boolean isNew) implements Started {}

        /** The key was used for another body. */
        record KeyConflict() implements Started {}
    }

    /** How a deletion went. */
    public sealed interface Deleted {
        record Gone(List<UUID> simulations) implements Deleted {}

        record Unknown() implements Deleted {}

        /** It has branches and {@code cascade} was not asked for. */
        record HasBranches(List<UUID> branches) implements Deleted {}
    }

    public Started start(UUID id, String owner, String key, String bodyHash, Scenario scenario) {
        throw new UnsupportedOperationException();
    }

    public Optional<SimulationRow> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<SimulationSummary> list(@Nullable String status, int limit, int offset) {
        throw new UnsupportedOperationException();
    }

    public long count(@Nullable String status) {
        throw new UnsupportedOperationException();
    }

    public Deleted delete(UUID id, boolean cascade) {
        throw new UnsupportedOperationException();
    }
}
