package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The strings behind the stand-in: {@code /journal}, {@code /holds}, {@code /faults} and {@code /latency}. */
final class ControlEndpoint {

    private final ChatEndpoint chat;

    ControlEndpoint(ChatEndpoint chat) {
        this.chat = chat;
    }

    /** Whether the request was one for this endpoint. */
    boolean handle(Exchange exchange) throws IOException {
        try {
            return handled(exchange);
        } catch (JacksonException | IllegalArgumentException unusable) {
            exchange.send(Answer.json(400, Json.object().put("error", String.valueOf(unusable.getMessage()))));
            return true;
        }
    }

    private boolean handled(Exchange exchange) throws IOException {
        switch (exchange.method() + " " + exchange.path()) {
            case "GET /journal" -> {
                exchange.send(Answer.json(200, chat.journal().entries()));
                return true;
            }
            case "PUT /latency" ->
                chat.latency(read(exchange, LatencyOrder.class).latency());
            case "POST /holds" -> {
                var order = read(exchange, HoldOrder.class);
                chat.holds().add(order.match(), order.times() == null ? Integer.MAX_VALUE : order.times());
            }
            case "DELETE /holds" -> chat.holds().release();
            case "POST /faults" ->
                chat.faults().add(read(exchange, FaultOrder.class).fault());
            case "DELETE /faults" -> chat.faults().clear();
            default -> {
                return false;
            }
        }
        exchange.send(Answer.empty());
        return true;
    }

    private static <T> T read(Exchange exchange, Class<T> type) throws IOException {
        var body = exchange.body();
        if (body == null) {
            throw new IllegalArgumentException("the body is too large");
        }
        return Json.read(body.length == 0 ? new byte[] {'{', '}'} : body, type);
    }

    private record LatencyOrder(
            @Nullable Long millis, @Nullable Long spreadMillis) {

        Latency latency() {
            return new Latency(duration(millis), duration(spreadMillis));
        }

        private static Duration duration(@Nullable Long millis) {
            return Duration.ofMillis(millis == null ? 0 : Math.max(0, millis));
        }
    }

    private record HoldOrder(
            @Nullable String schema,
            @Nullable String seat,
            @Nullable Integer turn,
            @Nullable Integer times) {

        Match match() {
            return new Match(schema, seat, turn);
        }
    }

    private record FaultOrder(
            @Nullable String schema,
            @Nullable String seat,
            @Nullable Integer turn,
            @Nullable Integer times,
            @Nullable Integer status,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body,
            @Nullable String content) {

        Fault fault() {
            if (status == null && content == null) {
                throw new IllegalArgumentException("a fault needs a status or a content");
            }
            return new Fault(
                    new Match(schema, seat, turn),
                    times == null ? 1 : times,
                    status == null ? 200 : status,
                    headers == null ? new HashMap<>() : headers,
                    body,
                    content);
        }
    }
}
