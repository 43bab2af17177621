package io.synthforce.workflows.dissent;

import io.synthforce.workflows.journal.SimulationEvent;
import java.util.List;
import java.util.stream.Stream;

/** The events of one turn, as the journal has them. */
public record PlayedTurn(int turn, List<SimulationEvent> events) {

    public PlayedTurn {
        events = List.copyOf(events);
    }

    public <E extends SimulationEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }
}
