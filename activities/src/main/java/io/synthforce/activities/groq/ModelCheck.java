package io.synthforce.activities.groq;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the models that are configured with those the endpoint lists, and learns from the list what each can be held to
 * and what it costs. It is done beside the start and now and then, as prices change: an endpoint that is away, or has no
 * such list, is a warning.
 */
final class ModelCheck implements AutoCloseable {

    static final Duration EVERY = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(ModelCheck.class);

    private final GroqClient client;
    private final Keys keys;
    private final ModelChoice choice;
    private final Dialects dialects;
    private final Prices prices;
    private final Duration every;
    private volatile boolean closed;
    private @Nullable Thread checking;

    ModelCheck(GroqClient client, Keys keys, ModelChoice choice, Dialects dialects, Prices prices, Duration every) {
        this.client = client;
        this.keys = keys;
        this.choice = choice;
        this.dialects = dialects;
        this.prices = prices;
        this.every = every;
    }

    /** @param learned is told each time the list was read */
    synchronized void begin(Runnable learned) {
        checking = Thread.ofVirtual().name("model-check").start(() -> {
            while (!closed) {
                check();
                learned.run();
                LockSupport.parkNanos(every.toNanos());
            }
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        LockSupport.unpark(checking);
    }

    /** @return the configured models that are not on offer; empty when there is no list to tell */
    List<String> check() {
        var offers = client.models(keys.any());
        if (offers.isEmpty()) {
            LOG.warn(
                    "The endpoint's list of models cannot be read; whether {} can be asked will be seen", choice.all());
            return List.of();
        }
        offers.forEach(this::learn);
        var missing = choice.all().stream()
                .filter(model -> offers.stream().noneMatch(offer -> offer.id().equals(model)))
                .toList();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "The endpoint does not offer {}; set GROQ_MODEL and its like to one of {}",
                    missing,
                    offers.stream().map(Offer::id).sorted().limit(20).toList());
        }
        return missing;
    }

    private void learn(Offer offer) {
        dialects.learn(offer.id(), offer.features());
        var price = offer.price();
        if (price != null) {
            prices.learn(offer.id(), price, LocalDate.now(ZoneOffset.UTC));
        }
    }
}
