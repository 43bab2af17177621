package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import io.synthforce.api.health.HealthAnswer.Key;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.Scripted;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The model's endpoint and its keys, of which no part is shown. Workers ask it; a process without one only tells how it
 * would be asked.
 */
@org.springframework.stereotype.Component
@ApiRole
final class ModelPart implements Part {

    private static final String NAME = "groq_api";
    private static final String DEFAULT_URL = "https://api.groq.com/openai/v1";

    private final HealthContributorRegistry indicators;
    private final int keys;
    private final boolean scripted;
    private final String url;
    private final @Nullable String model;

    ModelPart(Environment environment, HealthContributorRegistry indicators) {
        this.indicators = indicators;
        this.keys = (int) Stream.of("GROQ_API_KEY", "GROQ_API_KEY1", "GROQ_API_KEY2", "GROQ_API_KEY3")
                .map(environment::getProperty)
                .filter(StringUtils::hasText)
                .count();
        this.scripted = environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED", Boolean.class, false);
        this.url = environment.getProperty("GROQ_BASE_URL", environment.getProperty("LLM_BASE_URL", DEFAULT_URL));
        this.model = environment.getProperty("GROQ_MODEL");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Component ask() {
        if (!(indicators.getContributor("model") instanceof HealthIndicator indicator)) {
            boolean configured = keys > 0 || scripted || !url.equals(DEFAULT_URL);
            return component(
                    configured ? "configured" : "not_configured",
                    null,
                    "not asked: only workers do",
                    null,
                    null,
                    List.of());
        }
        Health health = Objects.requireNonNullElseGet(
                indicator.health(), () -> Health.down().build());
        List<Key> checked =
                List.of(Json.mapper().convertValue(health.getDetails().getOrDefault("keys", List.of()), Key[].class));
        int healthy = (int)
                checked.stream().filter(key -> key.status().equals(HEALTHY)).count();
        boolean up = Status.UP.equals(health.getStatus());
        return component(
                up ? HEALTHY : UNHEALTHY,
                health.getDetails().get("latency_ms") instanceof Long latency ? latency : null,
                up ? null : checked.stream().map(Key::error).findFirst().orElse("does not answer"),
                keys == 0 ? 0 : healthy,
                health.getDetails().get("keys_disabled") instanceof Integer disabled ? disabled : null,
                keys == 0 ? List.of() : checked);
    }

    @Override
    public Component silent(Duration waited) {
        String message = Part.super.silent(waited).message();
        return component(UNHEALTHY, null, message, null, null, List.of());
    }

    private Component component(
            String status,
            @Nullable Long latency,
            @Nullable String message,
            @Nullable Integer healthy,
            @Nullable Integer disabled,
            List<Key> details) {
        String notice = scripted ? Scripted.NOTICE : null;
        return new Component(
                NAME, status, latency, message, host(), model, keys, healthy, disabled, details, scripted, notice);
    }

    private String host() {
        URI uri = URI.create(url.strip());
        return uri.getPort() < 0 ? String.valueOf(uri.getHost()) : uri.getHost() + ":" + uri.getPort();
    }
}
