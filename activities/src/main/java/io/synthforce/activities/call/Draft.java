package io.synthforce.activities.call;

import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.Prices.Quote;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it will be sent once there is leave.
 *
 * @param tokens what is reserved of the limits: the likely prompt and the completion budget
 * @param keys it may be sent with, each of another organisation; null where the endpoint needs none
 */
record Draft(
        UUID attempt,
        CompletionRequest request,
        String body,
        long tokens,
        @Nullable Quote quote,
        List<@Nullable ApiKey> keys) {

    /**
     * The same request as another attempt.
     *
     * @param counted what the provider takes it for
     */
    Draft afresh(long counted, List<@Nullable ApiKey> keys) {
        return new Draft(UUID.randomUUID(), request, body, Math.max(tokens, counted), quote, keys);
    }

    String model() {
        return request.model();
    }
}
