package io.synthforce.activities.groq;

import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Break;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A finished HTTP exchange, and what it means: pages, empty bodies and errors inside a success included. */
record Exchange(int status, Function<String, @Nullable String> header, String body, Duration latency) {

    /** Sent by the scripted model with every answer. */
    private static final String SCRIPTED = "X-Synthforce-Scripted";

    private static final int ERROR_KEPT = 64 << 10;
    private static final int SHOWN = 300;

    GroqOutcome outcome() {
        JsonNode tree;
        try {
            tree = Json.tree(body);
        } catch (JacksonException notJson) {
            return succeeded() ? malformed("the answer is not JSON: " + shown(body)) : refused(null);
        }
        if (!succeeded() || tree.hasNonNull("error")) {
            return refused(tree.get("error"));
        }
        try {
            return tree.isObject()
                    ? answered(Json.as(tree, CompletionBody.class))
                    : malformed("the answer is no object");
        } catch (JacksonException otherShape) {
            return malformed("the answer has another shape than a completion: " + otherShape.getOriginalMessage());
        }
    }

    private GroqOutcome answered(CompletionBody completion) {
        var choices = completion.choices();
        var choice = choices == null || choices.isEmpty() ? null : choices.getFirst();
        var message = choice == null ? null : choice.message();
        if (choice == null || message == null) {
            return new Broken(Break.EMPTY, "the answer holds no choice", body, latency);
        }
        return new Answered(
                orEmpty(message.content()),
                orEmpty(completion.model()),
                orEmpty(choice.finishReason()),
                completion.booked(),
                completion.systemFingerprint(),
                requestId(completion),
                completion.scripted() != null || header.apply(SCRIPTED) != null,
                RateLimits.in(header),
                body,
                latency);
    }

    /** Why what was asked for was not given, as far as status and body tell. */
    Refusal refusal() {
        return outcome() instanceof Refused refused ? refused.kind() : Refusal.OVERLOADED;
    }

    private Refused refused(@Nullable JsonNode error) {
        var code = error == null ? null : text(error.get("code"));
        var message = error == null ? null : text(error.isString() ? error : error.get("message"));
        var kind = Refusal.of(status, code, message);
        var said = message == null ? unexplained(kind) : message;
        return new Refused(
                status,
                kind,
                code,
                said,
                kind.passing() ? Wait.asked(header, said, Instant.now()) : null,
                LimitReached.in(said),
                RateLimits.in(header),
                error == null ? null : text(error.path("failed_generation")),
                header.apply("x-request-id"),
                body.substring(0, Math.min(body.length(), ERROR_KEPT)),
                latency);
    }

    private String unexplained(Refusal kind) {
        var from = status >= 300 && status < 400 ? " redirects to " + header.apply("location") : " gives no reason";
        return "status " + status + from + (body.isBlank() ? "" : ": " + shown(body))
                + (kind == Refusal.BLOCKED ? "; check GROQ_BASE_URL and the network on the way" : "");
    }

    private Broken malformed(String message) {
        return body.isBlank()
                ? new Broken(Break.EMPTY, "the answer is empty", body, latency)
                : new Broken(Break.MALFORMED, message, body, latency);
    }

    private @Nullable String requestId(CompletionBody completion) {
        var groq = completion.groq();
        return groq == null || groq.id() == null ? header.apply("x-request-id") : groq.id();
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || !node.isValueNode() || node.isNull() ? null : node.asString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shown(String text) {
        var plain = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
