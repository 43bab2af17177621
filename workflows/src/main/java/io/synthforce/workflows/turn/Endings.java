package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Ending;
import io.synthforce.workflows.journal.Ruins;
import io.synthforce.workflows.journal.SimulationEvent.DeadlineReached;
import io.synthforce.workflows.journal.SimulationEvent.SimulationEnded;
import io.synthforce.workflows.world.Deadline;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.Optional;

/** What a turn comes to: ruin, deadlines, and by either the end of the simulation itself. */
final class Endings {

    private final World world;
    private final TurnLog log;
    private final int turn;

    Endings(World world, TurnLog log, int turn) {
        this.world = world;
        this.log = log;
        this.turn = turn;
    }

    /** Ruin is where a number stands at the end; one that recovered within the turn is none and ends nothing. */
    void play() {
        Ruins.between(world, log.before(), log.state()).forEach(log::record);
        Optional<String> missed = Optional.empty();
        for (Deadline due : world.deadlines()) {
            if (due.turn() == turn && !reach(due) && due.ends()) {
                missed = missed.or(() -> Optional.of(due.id()));
            }
        }
        Optional<SimulationEnded> deadline = missed.map(id -> new SimulationEnded(Ending.Kind.DEADLINE, id));
        world.indicators().stream()
                .filter(indicator -> indicator.ruinEnds() && indicator.isRuinedBy(value(indicator)))
                .findFirst()
                .map(indicator -> new SimulationEnded(Ending.Kind.RUIN, indicator.id()))
                .or(() -> deadline)
                .ifPresent(log::record);
    }

    private boolean reach(Deadline deadline) {
        BigDecimal value = log.state().value(deadline.indicator());
        boolean met = deadline.isMetBy(value);
        log.record(new DeadlineReached(deadline.id(), met, deadline.indicator(), value));
        return met;
    }

    private BigDecimal value(Indicator indicator) {
        return log.state().value(indicator.id());
    }
}
