package io.synthforce.api.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.health.HealthAnswer.Component;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators and load balancers how the service is. */
@RestController
@ApiRole
@Tag(name = "System")
final class HealthController {

    private final ApiSettings settings;
    private final Parts parts;
    private final ApplicationAvailability availability;

    HealthController(ApiSettings settings, Parts parts, ApplicationAvailability availability) {
        this.settings = settings;
        this.parts = parts;
        this.availability = availability;
    }

    /** Whether requests may be sent here. */
    @Schema(name = "Readiness")
    record ReadyAnswer(
            @Schema(
                    allowableValues = {"ready", "not_ready"},
                    example = "ready")
            String status,

            @Nullable String reason) {}

    @GetMapping("/health")
    @Operation(operationId = "get_health", summary = "How the service and its parts are; always 200")
    HealthAnswer health() {
        List<Component> components = parts.all();
        boolean degraded = components.stream().anyMatch(Component::isUnhealthy);
        return new HealthAnswer(
                degraded ? "degraded" : "healthy", settings.version(), settings.environment(), components);
    }

    @GetMapping("/ready")
    @Operation(
            operationId = "get_readiness",
            summary = "Whether requests may be sent here: 200 or 503",
            responses = {
                @ApiResponse(responseCode = "200", description = "They may"),
                @ApiResponse(
                        responseCode = "503",
                        description = "They may not, for this reason",
                        content = @Content(schema = @Schema(implementation = ReadyAnswer.class)))
            })
    ResponseEntity<ReadyAnswer> ready() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return notReady("starting or stopping");
        }
        return parts.database().isUnhealthy()
                ? notReady("database unavailable")
                : ResponseEntity.ok(new ReadyAnswer("ready", null));
    }

    private static ResponseEntity<ReadyAnswer> notReady(String reason) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new ReadyAnswer("not_ready", reason));
    }
}
