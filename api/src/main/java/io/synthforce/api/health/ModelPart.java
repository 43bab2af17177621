package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import io.synthforce.api.health.HealthAnswer.Key;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.TemporalServer;
import io.synthforce.store.worker.ModelReport;
import io.synthforce.store.worker.ModelReports;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.Scripted;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * The model's endpoint and its keys, of which no part is shown. Workers ask it; a process without one shows what they tell.
 */
@org.springframework.stereotype.Component
@ApiRole
final class ModelPart implements Part {

    private static final String NAME = "groq_api";
    private static final String DEFAULT_URL = "https://api.groq.com/openai/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** In a key's place where the endpoint needs none. */
    private static final String NO_KEY = "no key";

    private final HealthContributorRegistry indicators;
    private final ModelReports reports;
    private final TemporalServer server;
    private final int keys;
    private final boolean scripted;
    private final String url;
    private final @Nullable String model;

    ModelPart(
            Environment environment,
            HealthContributorRegistry indicators,
            ModelReports reports,
            TemporalServer server) {
        this.indicators = indicators;
        this.reports = reports;
        this.server = server;
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
        return indicators.getContributor("model") instanceof HealthIndicator indicator
                ? shown(own(indicator.health()))
                : ofWorkers();
    }

    private static ModelReport own(@Nullable Health health) {
        return health == null
                ? new ModelReport(false, Map.of())
                : new ModelReport(Status.UP.equals(health.getStatus()), health.getDetails());
    }

    /** Of several workers the one that is worst off is shown. */
    private Component ofWorkers() {
        if (!server.hasWorker(PATIENCE)) {
            return component(UNHEALTHY, null, "no worker takes tasks from the queue: start one", null, null, List.of());
        }
        return reports.fresh().stream()
                .min(Comparator.comparing(ModelReport::up).thenComparing(report -> -disabled(report)))
                .map(this::shown)
                .orElseGet(this::unasked);
    }

    private Component unasked() {
        boolean configured = keys > 0 || scripted || !url.equals(DEFAULT_URL);
        return component(
                configured ? "configured" : "not_configured",
                null,
                "no worker has told yet how the endpoint takes it",
                null,
                null,
                List.of());
    }

    private Component shown(ModelReport report) {
        List<Key> checked =
                List.of(Json.mapper().convertValue(report.details().getOrDefault("keys", List.of()), Key[].class));
        List<Key> ofKeys =
                checked.stream().filter(key -> !key.key().equals(NO_KEY)).toList();
        int healthy = (int)
                ofKeys.stream().filter(key -> key.status().equals(HEALTHY)).count();
        return component(
                report.up() ? HEALTHY : UNHEALTHY,
                report.details().get("latency_ms") instanceof Number latency ? latency.longValue() : null,
                message(report, checked),
                healthy,
                disabled(report),
                ofKeys);
    }

    private static @Nullable String message(ModelReport report, List<Key> checked) {
        if (!report.up()) {
            return checked.stream()
                    .map(Key::error)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("does not answer");
        }
        int disabled = disabled(report);
        return disabled == 0 ? null : "%d of %d keys are not used any more".formatted(disabled, checked.size());
    }

    private static int disabled(ModelReport report) {
        return report.details().get("keys_disabled") instanceof Number disabled ? disabled.intValue() : 0;
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
        int total = Math.max(keys, details.size());
        return new Component(
                NAME, status, latency, message, host(), model, total, healthy, disabled, details, scripted, notice);
    }

    private String host() {
        URI uri = URI.create(url.strip());
        return uri.getPort() < 0 ? String.valueOf(uri.getHost()) : uri.getHost() + ":" + uri.getPort();
    }
}
