package io.synthforce.api;

import static org.awaitility.Awaitility.await;

import io.synthforce.workflows.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of an event stream that comes back with the last id it saw whenever its connection ends, as browsers do. */
public final class Follower implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param id null for an event that is true for the moment */
    public record Event(@Nullable Long id, String name, JsonNode data) {}

    private final Supplier<URI> stream;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Event> events = new ArrayList<>();
    private int connections;

    /** @param stream where it is now */
    public Follower(Supplier<URI> stream) {
        this.stream = stream;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    public List<Event> named(String name) {
        return events().stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Of the journal's events, in the order in which they came. */
    public List<Long> ids() {
        return events().stream().map(Event::id).filter(Objects::nonNull).toList();
    }

    public synchronized int connections() {
        return connections;
    }

    public Follower awaitEvent(Predicate<Event> wanted) {
        await().atMost(Duration.ofSeconds(60)).until(() -> events().stream().anyMatch(wanted));
        return this;
    }

    public Follower awaitEnd() {
        return awaitEvent(event -> event.name().equals("end"));
    }

    private void follow() {
        try {
            do {
                read();
            } while (named("end").isEmpty() && !over.await(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws InterruptedException {
        try {
            tryToRead();
        } catch (IOException away) {
            // The connection is lost, or there is none now.
        }
    }

    private void tryToRead() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream.get());
        List<Long> seen = ids();
        if (!seen.isEmpty()) {
            request.header("Last-Event-ID", String.valueOf(seen.getLast()));
        }
        HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            return;
        }
        connected();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            Long id = null;
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.valueOf(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    saw(new Event(id, name, Json.mapper().readTree(line.substring(6))));
                    id = null;
                }
            }
        }
    }

    private synchronized void connected() {
        connections++;
    }

    private synchronized void saw(Event event) {
        events.add(event);
    }

    @Override
    public void close() {
        over.countDown();
        thread.interrupt();
    }
}
