package io.synthforce.api.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.settings.ApiRole;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Shows the meters to Prometheus; with {@code METRICS_ENABLED=false} there is no such page. */
@RestController
@ApiRole
@Tag(name = "System")
final class MetricsController {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final ObjectProvider<PrometheusMeterRegistry> meters;

    MetricsController(ObjectProvider<PrometheusMeterRegistry> meters) {
        this.meters = meters;
    }

    @GetMapping(path = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "get_metrics", summary = "The meters, as Prometheus reads them")
    ResponseEntity<String> metrics() throws NoResourceFoundException {
        PrometheusMeterRegistry registry = meters.getIfAvailable();
        if (registry == null) {
            throw new NoResourceFoundException(HttpMethod.GET, "/metrics", "metrics");
        }
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(registry.scrape());
    }
}
