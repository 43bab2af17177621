package io.synthforce.store.turn;

import io.synthforce.workflows.simulation.SimulationActivities.Abandonment;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns taken, played or left. */
public class Turns {

    /** Turns the next open request into the next turn; the same request again gets the same turn. */
    public Taken take(UUID simulation, long request, long head) {
        throw new UnsupportedOperationException();
    }

    /** Ends a taken turn unplayed: its request is refused, its recorded replies stay. */
    public void abandon(Abandonment abandonment) {
        throw new UnsupportedOperationException();
    }

    public Optional<TurnRow> find(UUID simulation, int turn) {
        throw new UnsupportedOperationException();
    }

    /** Played turns in order. */
    public List<TurnRow> played(UUID simulation, int limit, int offset) {
        throw new UnsupportedOperationException();
    }

    public long countPlayed(UUID simulation) {
        throw new UnsupportedOperationException();
    }
}
