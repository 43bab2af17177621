package io.synthforce.store.call;

import io.synthforce.workflows.turn.CallKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One provider request as it is kept, without its texts. */
public record AttemptRow(
        UUID id,
        CallKey key,
        int resample,
        boolean shrunk,
        AttemptResult.State state,
        String model,
        @Nullable String servedModel,
        @Nullable String systemFingerprint,
        @Nullable Integer httpStatus,
        @Nullable String code,
        @Nullable String cause,
        @Nullable Instant retryAt,
        AttemptResult.@Nullable Tokens tokens,
        int reservedTokens,
        @Nullable BigDecimal cost,
        @Nullable String priceVersion,
        @Nullable Integer latencyMillis,
        Instant startedAt,
        @Nullable Instant endedAt) {}
