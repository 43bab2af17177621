package io.synthforce.api.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what this is to whoever opens the address. */
@RestController
@ApiRole
@Tag(name = "System")
final class RootController {

    private final ApiSettings settings;

    RootController(ApiSettings settings) {
        this.settings = settings;
    }

    /** What this is, and where to go on. */
    @Schema(name = "Service")
    record RootAnswer(String name, String version, String docs, Map<String, String> endpoints) {}

    @GetMapping("/")
    @Operation(operationId = "get_service", summary = "What this is, and where to go on")
    RootAnswer root() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("start", "POST /simulate/start");
        endpoints.put("next", "POST /simulate/next");
        endpoints.put("simulations", "GET /simulations");
        endpoints.put("turns", "GET /simulations/{session_id}/turns");
        endpoints.put("agents", "GET /agents/list");
        endpoints.put("memory", "GET /memory/{session_id}");
        endpoints.put("health", "GET /health");
        return new RootAnswer(settings.name(), settings.version(), "/docs", endpoints);
    }
}
