package io.synthforce.store.call;

import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import java.util.UUID;

/**
 * A provider request about to be sent.
 *
 * @param request the exact body
 * @param reservedTokens estimated prompt plus the completion limit: what an unknown outcome is booked at
 */
public record NewAttempt(
        UUID id,
        CallKey key,
        int resample,
        String budgetScope,
        CallClass callClass,
        String worker,
        String model,
        String request,
        int reservedTokens) {}
