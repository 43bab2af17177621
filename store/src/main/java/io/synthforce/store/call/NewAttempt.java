package io.synthforce.store.call;

import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider request about to be sent.
 *
 * @param shrunk whether the request was made smaller than it was meant to be
 * @param request the exact body; empty when nothing is sent
 * @param reservedTokens estimated prompt plus the completion limit: what an unknown outcome is booked at; 0 when nothing is
 *     sent
 * @param reservedCost of those tokens in USD, null when the model has no known price
 * @param priceVersion which prices the cost is reckoned by
 */
public record NewAttempt(
        UUID id,
        CallKey key,
        int resample,
        boolean shrunk,
        String budgetScope,
        CallClass callClass,
        String worker,
        String model,
        String request,
        int reservedTokens,
        @Nullable BigDecimal reservedCost,
        @Nullable String priceVersion) {}
