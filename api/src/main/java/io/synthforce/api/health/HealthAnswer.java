package io.synthforce.api.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the service is: {@code healthy}, or {@code degraded} when a part it needs does not answer. */
@Schema(name = "Health")
record HealthAnswer(
        @Schema(example = "healthy") String status, String version, String environment, List<Component> components) {

    /**
     * A part. Of the model it is told how it is asked; keys are counted, never shown.
     *
     * @param latencyMs how long it took to answer, null when it was not asked
     * @param host where models are asked
     * @param keysHealthy how many keys are accepted, absent when it was not asked
     * @param keysDisabled how many the worker uses no more, because they were refused or a spend limit is reached; absent
     *     where that is not known
     * @param scripted whether a script answers in a model's place
     */
    @Schema(name = "ComponentHealth")
    record Component(
            String name,
            @Schema(example = "healthy") String status,
            @Nullable Long latencyMs,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String host,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String model,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer keysTotal,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer keysHealthy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer keysDisabled,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Key> keyDetails,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean scripted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String notice) {

        static Component of(String name, String status, @Nullable Long latencyMs, @Nullable String message) {
            return new Component(name, status, latencyMs, message, null, null, null, null, null, null, null, null);
        }

        boolean isUnhealthy() {
            return status.equals(Part.UNHEALTHY);
        }
    }

    /**
     * What the endpoint said to a key.
     *
     * @param key which one it is, by number
     * @param modelsAvailable how many models it may use
     * @param error what is wrong with it
     */
    @Schema(name = "KeyHealth")
    record Key(
            @Schema(example = "key 1") String key,
            @Schema(example = "healthy") String status,
            long latencyMs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer modelsAvailable,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String error) {}
}
