package io.synthforce.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the event stream that comes back with the last id it saw whenever its connection ends. */
final class Follower implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param at when the turn that ends with it was closed, for a {@code turn_closed} */
    record Closed(int turn, Instant at) {}

    private final URI stream;
    private final Thread thread;
    private final List<Long> ids = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();
    private int connections;
    private boolean ended;

    Follower(URI stream) {
        this.stream = stream;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    synchronized List<Long> ids() {
        return List.copyOf(ids);
    }

    synchronized List<Closed> closed() {
        return List.copyOf(closed);
    }

    synchronized int turn() {
        return closed.isEmpty() ? 0 : closed.getLast().turn();
    }

    synchronized int connections() {
        return connections;
    }

    synchronized boolean ended() {
        return ended;
    }

    private void follow() {
        while (!ended() && !Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
                read();
            } catch (IOException away) {
                // It comes back.
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void read() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) stream.toURL().openConnection();
        List<Long> seen = ids();
        if (!seen.isEmpty()) {
            connection.setRequestProperty("Last-Event-ID", String.valueOf(seen.getLast()));
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            connected();
            String id = "";
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    saw(id, name, JSON.readTree(line.substring(6)));
                    id = "";
                }
            }
        }
    }

    private synchronized void connected() {
        connections++;
    }

    private synchronized void saw(String id, String name, JsonNode data) {
        ended |= name.equals("end");
        if (!id.isEmpty()) {
            ids.add(Long.valueOf(id));
        }
        if (name.equals("turn_closed")) {
            closed.add(new Closed(
                    data.path("turn").asInt(),
                    Instant.parse(data.path("recorded_at").asString())));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
