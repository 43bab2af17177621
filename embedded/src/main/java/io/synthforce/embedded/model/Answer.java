package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Completion;
import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over HTTP, decided before the first byte of it is sent. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer json(int status, Object json) {
        return new Answer(status, Map.of(), Json.bytes(json));
    }

    static Answer of(GroqError error) {
        return json(error.status(), error.body());
    }

    static Answer of(Completion completion) {
        return new Answer(200, Label.headers(completion), Json.bytes(Label.labelled(completion.body())));
    }

    static Answer empty() {
        return new Answer(204, Map.of(), new byte[0]);
    }

    static Answer of(Fault fault, ChatRequest request) {
        if (fault.content() != null) {
            return of(Completion.of(request, fault.content(), "stop")).with(fault.headers());
        }
        return new Answer(fault.status(), fault.headers(), fault.text().getBytes(StandardCharsets.UTF_8));
    }

    private Answer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
