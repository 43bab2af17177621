package io.synthforce.activities.groq;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. Nothing is thrown: an attempt that failed is a fact to record like any other. */
public sealed interface GroqOutcome {

    /** The body as received, as far as it came; empty when none did. It may hold U+0000 and the prompt's own words. */
    String raw();

    /** From the start of the call to its last byte or its failure. */
    Duration latency();

    /**
     * The model wrote something; whether it is usable is for {@link ReplyParser} to say.
     *
     * @param content empty when the model spent its budget on reasoning
     * @param finishReason {@code stop}, or {@code length} when the budget ran out
     * @param usage null when the answer does not say: book the reservation then
     * @param requestId Groq's id of the call, for support and logs
     * @param scripted true when the scripted model answered: no model was asked
     * @param limits what the headers say of rate limits, if they do
     */
    record Answered(
            String content,
            String servedModel,
            String finishReason,
            @Nullable Usage usage,
            @Nullable String systemFingerprint,
            @Nullable String requestId,
            boolean scripted,
            @Nullable RateLimits limits,
            String raw,
            Duration latency)
            implements GroqOutcome {}

    /**
     * The endpoint answered with an error.
     *
     * @param status of HTTP; 200 when the error came inside a success
     * @param retryAfter how long to wait where waiting helps and the endpoint said so
     * @param reached the limit the text names, if it names one
     * @param limits what the headers say of rate limits, if they do
     * @param failedGeneration what the model wrote before it was refused; sometimes perfectly usable
     */
    record Refused(
            int status,
            Refusal kind,
            @Nullable String code,
            String message,
            @Nullable Duration retryAfter,
            @Nullable LimitReached reached,
            @Nullable RateLimits limits,
            @Nullable String failedGeneration,
            @Nullable String requestId,
            String raw,
            Duration latency)
            implements GroqOutcome {

        /** What the provider takes the request for, prompt and completion budget; 0 where it does not say. */
        public long tokens() {
            return reached != null && reached.scope().ofTokens() ? reached.requested() : 0;
        }
    }

    /** No usable answer arrived; whether Groq worked and billed is unknown unless the connection was never made. */
    record Broken(Break kind, String message, String raw, Duration latency) implements GroqOutcome {}

    /** What broke. */
    enum Break {
        TIMEOUT,
        CONNECTION,
        CANCELLED,
        /** An answer with nothing in it: the server's fault. */
        EMPTY,
        MALFORMED
    }
}
