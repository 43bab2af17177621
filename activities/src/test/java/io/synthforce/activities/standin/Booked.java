package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Spent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as the provider's books have it, whether or not the caller waited for its answer.
 *
 * @param n counted from 1
 * @param misbehaviour by name, null when it was answered as it should be
 * @param spent what is billed
 */
public record Booked(
        long n,
        Instant at,
        @Nullable String attemptId,
        @Nullable String key,
        @Nullable String userAgent,
        ChatRequest request,
        @Nullable String misbehaviour,
        int status,
        Spent spent) {}
