package io.synthforce.api.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** One reader's connection in the form of server-sent events. A write blocks while the reader does not read. */
public final class EventStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final OutputStream out;
    private final JsonMapper json;
    private final Duration heartbeat;
    private long flushedAt = System.nanoTime();

    /** As {@link #EventStream(HttpServletResponse, JsonMapper, Duration)}, alive every fifteen seconds. */
    public EventStream(HttpServletResponse response, JsonMapper json) throws IOException {
        this(response, json, HEARTBEAT);
    }

    /**
     * Answers the headers at once, so that the reader knows it is connected.
     *
     * @param heartbeat the longest time in which nothing is sent
     */
    public EventStream(HttpServletResponse response, JsonMapper json, Duration heartbeat) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        this.out = response.getOutputStream();
        this.json = json;
        this.heartbeat = heartbeat;
        write("retry: " + RETRY.toMillis() + "\n\n");
        flush();
    }

    /** An event to which a reader may come back. */
    public void event(long id, String name, Object data) throws IOException {
        write("id: " + id + "\n");
        event(name, data);
    }

    /** An event that is true for the moment. */
    public void event(String name, Object data) throws IOException {
        write("event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    public void flush() throws IOException {
        out.flush();
        flushedAt = System.nanoTime();
    }

    /** Shows that the connection lives, and finds out whether it does, when nothing was sent for a while. */
    void keepAlive() throws IOException {
        if (System.nanoTime() - flushedAt >= heartbeat.toNanos()) {
            write(": still here\n\n");
            flush();
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
