package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Readings;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Formula;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The events of a turn in the order they happened, and the state they have led to so far. */
final class TurnLog {

    private final World world;
    private final SimulationState before;
    private final List<Indicator> derived;
    private final List<SimulationEvent> events = new ArrayList<>();
    private SimulationState state;

    TurnLog(World world, SimulationState before) {
        this.world = world;
        this.before = before;
        this.derived = world.derived();
        this.state = before;
    }

    void record(SimulationEvent event) {
        events.add(event);
        state = state.fold(event);
    }

    /**
     * Changes a number within its bounds, and what is worked out of it; a change that the bounds swallow is no event.
     */
    void change(String indicator, BigDecimal by, Cause cause) {
        if (set(world.indicator(indicator), state.value(indicator).add(by), cause)) {
            derive(cause);
        }
    }

    private void derive(Cause cause) {
        for (Indicator indicator : derived) {
            Formula formula = indicator.formula();
            if (formula != null) {
                formula.value(numbers()).ifPresent(value -> set(indicator, value, cause));
            }
        }
    }

    private boolean set(Indicator indicator, BigDecimal value, Cause cause) {
        BigDecimal from = state.value(indicator.id());
        BigDecimal to = indicator.clamp(value);
        if (Quantity.isZero(to.subtract(from))) {
            return false;
        }
        record(new IndicatorChanged(indicator.id(), from, to, cause));
        return true;
    }

    /** What formulas may name, as it stands. */
    Readings numbers() {
        return new Readings(world, state);
    }

    /** The state the turn began with. */
    SimulationState before() {
        return before;
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
