package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One chat request as received.
 *
 * @param n counted from 1 in order of arrival
 * @param attemptId the header {@code X-Attempt-Id}
 * @param bodyHash SHA-256 of the body in hex: equal requests have equal ones
 * @param status what was answered; null while it is not, 499 when the caller had gone
 */
public record JournalEntry(
        long n,
        Instant receivedAt,
        @Nullable String attemptId,
        @Nullable String schema,
        @Nullable String role,
        @Nullable String seat,
        @Nullable Integer turn,
        String model,
        @Nullable Long seed,
        String bodyHash,
        @Nullable Integer status,
        @Nullable Instant answeredAt) {

    static JournalEntry of(long n, @Nullable String attemptId, ChatRequest request) {
        var prompt = Prompt.of(request);
        return new JournalEntry(
                n,
                Instant.now(),
                attemptId,
                request.schemaName(),
                prompt.role(),
                prompt.seat(),
                prompt.turn(),
                request.model(),
                request.seed(),
                request.bodyHash(),
                null,
                null);
    }

    JournalEntry answered(int status) {
        return new JournalEntry(
                n, receivedAt, attemptId, schema, role, seat, turn, model, seed, bodyHash, status, Instant.now());
    }
}
