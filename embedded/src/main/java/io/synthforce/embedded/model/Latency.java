package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.time.Duration;

/**
 * How long an answer takes: a base, and up to the spread on top by a draw of the request, so a run can be repeated.
 */
record Latency(Duration base, Duration spread) {

    Duration of(ChatRequest request) {
        return base.plusNanos((long) (spread.toNanos() * request.chance().unit("latency")));
    }
}
