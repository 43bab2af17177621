package io.synthforce.api.health;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the service is: {@code healthy}, or {@code degraded} when a part it needs does not answer. */
@Schema(name = "Health")
record HealthAnswer(
        @Schema(example = "healthy") String status, String version, String environment, List<Component> components) {

    /**
     * A part.
     *
     * @param latencyMs how long it took to answer, null when it was not asked
     */
    @Schema(name = "ComponentHealth")
    record Component(
            String name,
            @Schema(example = "healthy") String status,
            @Nullable Long latencyMs,
            @Nullable String message,
            @JsonUnwrapped @Nullable ModelSettings model) {

        boolean isUnhealthy() {
            return status.equals(Part.UNHEALTHY);
        }
    }

    /**
     * How models are asked. Keys are counted, never shown.
     *
     * @param host where
     * @param scripted whether a script answers in a model's place
     */
    @Schema(name = "ModelSettings")
    record ModelSettings(
            String host,
            @Nullable String model,
            int keysTotal,
            boolean scripted,
            @Nullable String notice) {}
}
