package io.synthforce.activities.groq;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A success as Groq writes it; anything may be missing. */
record CompletionBody(
        @Nullable String model,
        @Nullable List<Choice> choices,
        @Nullable Tokens usage,
        @Nullable String systemFingerprint,
        @JsonProperty("x_groq") @Nullable Groq groq,
        @JsonProperty("x_synthforce") @Nullable JsonNode scripted) {

    record Choice(@Nullable Reply message, @Nullable String finishReason) {}

    record Reply(@Nullable String content) {}

    record Groq(@Nullable String id, @Nullable Tokens usage) {}

    record Tokens(
            int promptTokens,
            int completionTokens,
            double queueTime,
            double promptTime,
            double completionTime,
            @Nullable PromptDetails promptTokensDetails,
            @Nullable CompletionDetails completionTokensDetails) {

        Usage usage() {
            return new Usage(
                    promptTokens,
                    promptTokensDetails == null ? 0 : promptTokensDetails.cachedTokens(),
                    completionTokens,
                    completionTokensDetails == null ? 0 : completionTokensDetails.reasoningTokens(),
                    seconds(queueTime),
                    seconds(promptTime),
                    seconds(completionTime));
        }

        private static Duration seconds(double seconds) {
            return Duration.ofNanos((long) (seconds * 1e9));
        }
    }

    record PromptDetails(int cachedTokens) {}

    record CompletionDetails(int reasoningTokens) {}

    @Nullable
    Usage booked() {
        if (usage != null) {
            return usage.usage();
        }
        return groq == null || groq.usage() == null ? null : groq.usage().usage();
    }
}
