package io.synthforce.workflows.change;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A branch in the making: the scenario as it will have it, and the ledger lines that are set at the fork. A pure value;
 * nothing of what it was forked from is touched.
 *
 * @param base the state it starts from
 * @param snapshot hash of that state
 * @param set changes of the ledger, in order
 * @param left seats that were in the cast and are no more
 */
public record Fork(
        Scenario scenario, SimulationState base, String snapshot, List<IndicatorChanged> set, List<String> left) {

    public Fork {
        set = List.copyOf(set);
        left = List.copyOf(left);
    }

    public static Fork of(Scenario scenario, SimulationState base, String snapshot) {
        return new Fork(scenario, base, snapshot, List.of(), List.of());
    }

    /**
     * The fork with all changes made, one after the other.
     *
     * @throws InvalidChange if one of them is not possible
     */
    public Fork with(List<Change> changes) {
        Fork fork = this;
        for (int i = 0; i < changes.size(); i++) {
            try {
                fork = changes.get(i).applyTo(fork);
            } catch (InvalidChange invalid) {
                throw invalid.at(i);
            }
        }
        return fork;
    }

    /** The last turn shared with what it is forked from. */
    public int turn() {
        return base.turn();
    }

    /** The first entries of the branch's journal. */
    public List<SimulationEvent> events() {
        return new ForkEvents(this).all();
    }

    /** The state the branch starts with. */
    public SimulationState state() {
        return base.fold(events());
    }

    Fork with(Scenario changed) {
        return new Fork(changed, base, snapshot, set, left);
    }

    Fork without(Seat seat, Scenario changed) {
        List<String> gone = new ArrayList<>(left);
        gone.add(seat.id());
        return new Fork(changed, base, snapshot, set, gone);
    }

    /** Sets a line of the ledger, within the indicator's bounds. */
    Fork with(Indicator indicator, BigDecimal value) {
        if (indicator.derived()) {
            throw new InvalidChange(
                    "target",
                    "'%s' is worked out as %s; change one of these".formatted(indicator.id(), indicator.formula()));
        }
        BigDecimal from = state().value(indicator.id());
        BigDecimal to = indicator.clamp(value);
        if (from.compareTo(to) == 0) {
            return this;
        }
        List<IndicatorChanged> more = new ArrayList<>(set);
        more.add(new IndicatorChanged(indicator.id(), from, to, new Cause(Cause.Kind.CHANGE, "indicator", turn())));
        return new Fork(scenario, base, snapshot, more, left);
    }
}
