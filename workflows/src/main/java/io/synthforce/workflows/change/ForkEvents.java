package io.synthforce.workflows.change;

import io.synthforce.workflows.journal.Beginning;
import io.synthforce.workflows.journal.Readings;
import io.synthforce.workflows.journal.Ruins;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.SimulationForked;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The first entries of a branch's journal. What was drawn at turn 0 is inherited, but a fork of turn 0 itself is drawn
 * anew, as its repeat draws it; where that is the same, nothing is recorded.
 */
final class ForkEvents {

    /** Names the change of a number that another repeat starts with. */
    private static final String REPEAT = "repeat";

    /** Names the change of a number that is worked out of what was changed. */
    private static final String FORMULA = "formula";

    private final Fork fork;
    private final World world;
    private final List<SimulationEvent> events = new ArrayList<>();
    private SimulationState state;

    ForkEvents(Fork fork) {
        this.fork = fork;
        this.world = fork.scenario().world();
        this.state = fork.base();
    }

    List<SimulationEvent> all() {
        record(new SimulationForked(fork.turn(), fork.snapshot(), ContentHash.of(fork.scenario()), fork.left()));
        if (fork.turn() == 0) {
            drawAnew();
        }
        fork.set().forEach(this::record);
        for (Indicator indicator : world.derived()) {
            workOut(indicator);
        }
        Ruins.between(world, fork.base(), state).forEach(this::record);
        return List.copyOf(events);
    }

    private void drawAnew() {
        Draws draws = new Draws(fork.scenario().rootSeed(), fork.scenario().repeat());
        Beginning.drawn(world, draws).forEach((stream, value) -> {
            boolean same = state.drawn().stream()
                    .anyMatch(old -> old.stream().equals(stream) && old.value().compareTo(value) == 0);
            if (!same) {
                record(new ValueDrawn(stream, value));
            }
        });
        world.indicators().stream()
                .filter(indicator -> indicator.startRange() != null)
                .forEach(indicator -> set(indicator, indicator.startBy(draws), REPEAT));
    }

    private void workOut(Indicator indicator) {
        if (indicator.formula() != null) {
            indicator
                    .formula()
                    .value(new Readings(world, state))
                    .ifPresent(value -> set(indicator, indicator.clamp(value), FORMULA));
        }
    }

    private void set(Indicator indicator, BigDecimal to, String name) {
        BigDecimal from = state.value(indicator.id());
        if (from.compareTo(to) != 0) {
            record(new IndicatorChanged(indicator.id(), from, to, new Cause(Cause.Kind.CHANGE, name, fork.turn())));
        }
    }

    private void record(SimulationEvent event) {
        events.add(event);
        state = state.fold(event);
    }
}
