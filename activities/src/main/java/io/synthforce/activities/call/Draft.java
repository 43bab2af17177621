package io.synthforce.activities.call;

import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.Prices.Quote;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it will be sent once there is leave.
 *
 * @param tokens what is reserved of the limits: the likely prompt and the completion budget
 */
record Draft(
        UUID attempt,
        CompletionRequest request,
        String body,
        long tokens,
        @Nullable Quote quote) {

    /** The same request, as another attempt. */
    Draft afresh() {
        return new Draft(UUID.randomUUID(), request, body, tokens, quote);
    }

    String model() {
        return request.model();
    }
}
