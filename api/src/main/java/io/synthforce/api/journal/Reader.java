package io.synthforce.api.journal;

import io.synthforce.api.journal.JournalEvents.Placed;
import io.synthforce.api.simulation.Standing;
import io.synthforce.api.simulation.Standings;
import io.synthforce.store.doorbell.Listener;
import io.synthforce.store.simulation.SimulationHead;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.Status;
import io.synthforce.workflows.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends one reader what it has not seen, and waits for more. Looks at every bell; without one every second while a turn
 * is under way, for who is thinking rings no bell, and else every five. Between two looks it holds a virtual thread and
 * nothing else.
 */
final class Reader {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);
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
        this.simulation = simulation;
        this.world = world;
        this.seen = seen;
        this.simulations = simulations;
        this.journal = journal;
        this.standings = standings;
        this.stream = stream;
    }

    /** Why no event will follow. */
    record End(String reason) {}

    /** Returns at the end of the simulation, or when this process closes: then the reader comes back to another. */
    void read(Listener bell, BooleanSupplier closing) throws IOException, InterruptedException {
        Optional<End> end = look();
        while (end.isEmpty() && !closing.getAsBoolean()) {
            await(bell, closing);
            end = look();
        }
        if (end.isPresent()) {
            stream.event("end", end.get());
            stream.flush();
        }
    }

    /** While the database is away there is nothing to see; the connection stays. */
    private Optional<End> look() throws IOException {
        try {
            return show(simulations.head(simulation));
        } catch (DataAccessException | TransactionException away) {
            log.warn("The events of simulation {} cannot be read now: {}", simulation, away.getMessage());
            return Optional.empty();
        }
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

    private void await(Listener bell, BooleanSupplier closing) throws IOException, InterruptedException {
        Duration most = shown != null && shown.turn() != null ? BUSY : IDLE;
        long end = System.nanoTime() + most.toNanos();
        boolean rang = false;
        while (!rang && !closing.getAsBoolean() && System.nanoTime() < end) {
            rang = bell.await(BUSY);
            stream.keepAlive();
        }
    }

    /** Nothing follows upon these. */
    static boolean hasEnded(Status status) {
        return status == Status.COMPLETED || status == Status.FAILED;
    }
}
