package io.synthforce.workflows.journal;

import io.synthforce.workflows.journal.SimulationEvent.SimulationStarted;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a journal begins with: the opening ledger, and what chance gave for what is uncertain. */
public final class Beginning {

    private Beginning() {}

    /** @param scenario content hash of it */
    public static List<SimulationEvent> of(String scenario, World world, Draws draws) {
        List<SimulationEvent> events = new ArrayList<>();
        events.add(new SimulationStarted(scenario, SimulationState.ENGINE, world.openingLedger(draws)));
        drawn(world, draws).forEach((stream, value) -> events.add(new ValueDrawn(stream, value)));
        return List.copyOf(events);
    }

    /** What is drawn at turn 0, by its stream. */
    public static Map<String, BigDecimal> drawn(World world, Draws draws) {
        Map<String, BigDecimal> drawn = new LinkedHashMap<>();
        world.parameters().stream()
                .filter(parameter -> !parameter.certain())
                .forEach(parameter -> drawn.put(parameter.stream(), parameter.drawnBy(draws)));
        world.indicators().stream()
                .filter(indicator -> indicator.startRange() != null)
                .forEach(indicator -> drawn.put(indicator.stream(), indicator.startBy(draws)));
        return drawn;
    }
}
