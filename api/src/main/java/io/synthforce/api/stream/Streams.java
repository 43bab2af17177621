package io.synthforce.api.stream;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.doorbell.Listener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps whoever follows something told of it, from bell to bell. */
@Component
@ApiRole
public final class Streams {

    private final Doorbell doorbell;
    private final JsonMapper json;
    private final Closing closing;

    Streams(Doorbell doorbell, JsonMapper json, Closing closing) {
        this.doorbell = doorbell;
        this.json = json;
        this.closing = closing;
    }

    /**
     * Returns at the end of the stream, or at once where only its form is asked for.
     *
     * @param followed whose bell is listened to
     */
    public void open(UUID followed, HttpMethod method, HttpServletResponse response, Function<EventStream, Watch> watch)
            throws IOException, InterruptedException {
        if (method == HttpMethod.HEAD) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            return;
        }
        try (Listener bell = doorbell.listen(followed)) {
            watch.apply(new EventStream(response, json)).keep(bell, closing);
        }
    }
}
