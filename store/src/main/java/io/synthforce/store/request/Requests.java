package io.synthforce.store.request;

import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The inbox: stored means it will be played or refused. */
public class Requests {

    /** How a submission went. */
    public sealed interface Submitted {
        /** Stored now, or found under the same key and body. */
        record Stored(RequestRow request, boolean isNew) implements Submitted {}

        record KeyConflict() implements Submitted {}

        record UnknownSimulation() implements Submitted {}
    }

    /** @param body canonical JSON of the request's arguments, {@code {}} for commands */
    public Submitted submit(UUID simulation, String key, Operation operation, String body) {
        throw new UnsupportedOperationException();
    }

    public Optional<RequestRow> find(long id) {
        throw new UnsupportedOperationException();
    }

    /** What a revived run has to answer: the taken one first, then the open ones in order of id. */
    public List<Bell> unanswered(UUID simulation) {
        throw new UnsupportedOperationException();
    }

    /** Notes which run took the bell. */
    public void rung(long id, String runId) {
        throw new UnsupportedOperationException();
    }

    /** Claims up to {@code limit} unanswered requests that no process looked after for {@code idle} (SKIP LOCKED). */
    public List<RequestRow> claimIdle(Duration idle, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Answers pause, resume and stop as soon as the row says so; pause and stop refuse the requests queued before them.
     */
    public Answered answer(UUID simulation, long request) {
        throw new UnsupportedOperationException();
    }

    /** What a command left behind; {@code status} is null when the simulation is gone. */
    public record Answered(
            io.synthforce.workflows.simulation.@org.jspecify.annotations.Nullable Status status, int currentTurn) {}
}
