package io.synthforce.workflows.journal;

import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.world.World;
import java.util.List;

/** Which numbers are the ruin of a company, judged when all that moves them has happened, not in between. */
public final class Ruins {

    private Ruins() {}

    /** The indicators that stand at their ruin and did not before. */
    public static List<RuinReached> between(World world, SimulationState before, SimulationState after) {
        return world.indicators().stream()
                .filter(indicator -> indicator.isRuinedBy(after.value(indicator.id()))
                        && !indicator.isRuinedBy(before.value(indicator.id())))
                .map(indicator -> new RuinReached(indicator.id(), after.value(indicator.id())))
                .toList();
    }
}
