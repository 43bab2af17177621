package io.synthforce.api.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A worker alone serves nobody, yet makes the model calls that operators count; with {@code METRICS_PORT} it shows its
 * meters there, and nothing else.
 */
@Configuration(proxyBeanMethods = false)
@Profile("worker & !api")
@ConditionalOnProperty("METRICS_PORT")
@ConditionalOnBooleanProperty("management.prometheus.metrics.export.enabled")
class WorkerMetrics {

    @Bean(destroyMethod = "close")
    HTTPServer meters(
            PrometheusMeterRegistry registry,
            @Value("${METRICS_PORT}") int port,
            @Value("${server.address}") InetAddress address)
            throws IOException {
        return HTTPServer.builder()
                .inetAddress(address)
                .port(port)
                .registry(registry.getPrometheusRegistry())
                .buildAndStart();
    }
}
