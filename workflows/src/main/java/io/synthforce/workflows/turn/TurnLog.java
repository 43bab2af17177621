package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The events of a turn in the order they happened, and the state they have led to so far. */
final class TurnLog {

    private final World world;
    private final List<SimulationEvent> events = new ArrayList<>();
    private SimulationState state;

    TurnLog(World world, SimulationState before) {
        this.world = world;
        this.state = before;
    }

    void record(SimulationEvent event) {
        events.add(event);
        state = state.fold(event);
    }

    /** Changes a number within its bounds; a change that the bounds swallow is no event. */
    void change(String indicator, BigDecimal by, Cause cause) {
        BigDecimal from = state.value(indicator);
        BigDecimal to = world.indicator(indicator).clamp(from.add(by));
        if (Quantity.isZero(to.subtract(from))) {
            return;
        }
        record(new IndicatorChanged(indicator, from, to, cause));
        if (!state.ruined() && world.indicator(indicator).isRuinedBy(to)) {
            record(new RuinReached(indicator, to));
        }
    }

    SimulationState state() {
        return state;
    }

    int size() {
        return events.size();
    }

    List<SimulationEvent> events() {
        return List.copyOf(events);
    }

    List<SimulationEvent> since(int mark) {
        return List.copyOf(events.subList(mark, events.size()));
    }
}
