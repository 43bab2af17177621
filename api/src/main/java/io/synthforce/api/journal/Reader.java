package io.synthforce.api.journal;

import io.synthforce.api.journal.JournalEvents.Placed;
import io.synthforce.api.simulation.Standing;
import io.synthforce.api.simulation.Standings;
import io.synthforce.api.stream.EventStream;
import io.synthforce.api.stream.Watch;
import io.synthforce.store.simulation.SimulationHead;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.Status;
import io.synthforce.workflows.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends one reader what it has not seen of a simulation. Looks every second while a turn is under way, for who is thinking
 * rings no bell, and else every five.
 */
final class Reader extends Watch {

    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final UUID simulation;
    private final World world;
    private final Simulations simulations;
    private final JournalEvents journal;
    private final Standings standings;
    private final EventStream stream;
    private long seen;
    private @Nullable Standing shown;

    Reader(
            UUID simulation,
            World world,
            long seen,
            Simulations simulations,
            JournalEvents journal,
            Standings standings,
            EventStream stream) {
        super(stream);
        this.simulation = simulation;
        this.world = world;
        this.seen = seen;
        this.simulations = simulations;
        this.journal = journal;
        this.standings = standings;
        this.stream = stream;
    }

    @Override
    protected boolean look() throws IOException {
        Optional<End> end = show(simulations.head(simulation));
        if (end.isPresent()) {
            stream.event("end", end.get());
            stream.flush();
        }
        return end.isPresent();
    }

    @Override
    protected Duration patience() {
        return shown != null && shown.turn() != null ? BUSY : IDLE;
    }

    private Optional<End> show(Optional<SimulationHead> found) throws IOException {
        if (found.isEmpty()) {
            return Optional.of(new End("deleted"));
        }
        SimulationHead head = found.get();
        while (seen < head.head() && sendMore()) {
            stream.flush();
        }
        Standing now = standings.of(simulation, head);
        if (!now.equals(shown)) {
            stream.event("state", now);
            stream.flush();
            shown = now;
        }
        return hasEnded(head.status()) ? Optional.of(new End(now.status())) : Optional.empty();
    }

    /** @return whether there was more */
    private boolean sendMore() throws IOException {
        List<Placed> more = journal.after(simulation, world, seen);
        for (Placed placed : more) {
            stream.event(placed.seq(), placed.name(), placed.event());
            seen = placed.seq();
        }
        return !more.isEmpty();
    }

    /** Nothing follows upon these. */
    static boolean hasEnded(Status status) {
        return status == Status.COMPLETED || status == Status.FAILED;
    }
}
