package io.synthforce.store.call;

import io.synthforce.workflows.turn.CallKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reply that won under a call's key, or the fact that the call was given up.
 *
 * @param inputHash over the logical inputs of the call, not over model or prompt text
 * @param reply the reply's JSON as its schema has it, null when degraded
 * @param contentHash of the reply, null when degraded
 * @param reason why it was given up, null when answered
 * @param parseStep which step of reading the reply succeeded
 */
public record RecordedCall(
        CallKey key,
        String role,
        String inputHash,
        @Nullable String reply,
        @Nullable String contentHash,
        @Nullable String reason,
        @Nullable String parseStep,
        @Nullable UUID attempt,
        @Nullable String model,
        boolean scripted,
        @Nullable Instant recordedAt) {

    public boolean given() {
        return reply != null;
    }
}
