package io.synthforce.activities.groq;

import java.time.Duration;

/**
 * What Groq booked for one call. Reasoning tokens are part of the completion tokens, cached ones of the prompt tokens.
 *
 * @param queueTime the wait before Groq started; not part of its own total
 */
public record Usage(
        int promptTokens,
        int cachedTokens,
        int completionTokens,
        int reasoningTokens,
        Duration queueTime,
        Duration promptTime,
        Duration completionTime) {}
