package io.synthforce.store.journal;

import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Projection;
import java.util.List;
import java.util.UUID;

/** What happened. Only {@link #project} appends, by compare-and-set on the head it folded from. */
public class Journal {

    /**
     * Folds a turn's events onto the snapshot before it and writes journal, turn, memories, snapshot and the request's
     * outcome in one transaction. A turn already stored with the same events answers success.
     */
    public Projected project(Projection projection) {
        throw new UnsupportedOperationException();
    }

    public List<JournalEntry> after(UUID simulation, long seq, int limit) {
        throw new UnsupportedOperationException();
    }

    public List<JournalEntry> ofTurn(UUID simulation, int turn) {
        throw new UnsupportedOperationException();
    }
}
