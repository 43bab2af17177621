package io.synthforce.api.stream;

import io.synthforce.store.doorbell.Listener;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps one reader told of what it has not seen: looks at every bell, and without one after a while. Between two looks it
 * holds a virtual thread and nothing else.
 */
public abstract class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final EventStream stream;

    protected Watch(EventStream stream) {
        this.stream = stream;
    }

    /** Why no event will follow. */
    public record End(String reason) {}

    /**
     * Sends what is new.
     *
     * @return whether that was the end
     */
    protected abstract boolean look() throws IOException;

    /** How long to wait for a bell at most. */
    protected abstract Duration patience();

    /** Returns at the end, or when this process closes: then the reader comes back to another. */
    public final void keep(Listener bell, BooleanSupplier closing) throws IOException, InterruptedException {
        boolean over = tryToLook();
        while (!over && !closing.getAsBoolean()) {
            await(bell, closing);
            over = tryToLook();
        }
    }

    /** While the database is away there is nothing to see; the connection stays. */
    private boolean tryToLook() throws IOException {
        try {
            return look();
        } catch (DataAccessException | TransactionException away) {
            log.warn("Events cannot be read now: {}", away.getMessage());
            return false;
        }
    }

    private void await(Listener bell, BooleanSupplier closing) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience().toNanos();
        boolean rang = false;
        while (!rang && !closing.getAsBoolean() && System.nanoTime() < end) {
            rang = bell.await(STEP);
            stream.keepAlive();
        }
    }
}
