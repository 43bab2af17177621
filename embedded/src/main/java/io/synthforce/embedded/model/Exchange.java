package io.synthforce.embedded.model;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request and its answer over HTTP, with bodies bounded and JSON. */
record Exchange(HttpExchange http) {

    private static final int LARGEST = 16 << 20;

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    @Nullable
    String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    /** The whole body, or null when it is larger than anything that makes sense here. */
    byte @Nullable [] body() throws IOException {
        var bytes = http.getRequestBody().readNBytes(LARGEST + 1);
        return bytes.length > LARGEST ? null : bytes;
    }

    void send(Answer answer) throws IOException {
        var headers = http.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        answer.headers().forEach(headers::set);
        http.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            http.getResponseBody().write(answer.body());
        }
    }
}
