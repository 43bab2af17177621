package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.api.workflow.TemporalServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/** Asks all parts at once and waits for none of them longer than callers like to wait. */
@org.springframework.stereotype.Component
@ApiRole
final class Parts implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Part database;
    private final Part redis;
    private final Part temporal;
    private final Part model;

    Parts(HealthContributorRegistry indicators, TemporalServer server, ModelPart model) {
        this.database = new ProbedPart("database", () -> isUp(indicators, "db"));
        this.redis = new ProbedPart("redis", () -> isUp(indicators, "redis"));
        this.temporal = new ProbedPart("temporal", () -> answers(server));
        this.model = model;
    }

    List<Component> all() {
        return ask(List.of(database, redis, temporal, model));
    }

    Component database() {
        return ask(List.of(database)).getFirst();
    }

    private List<Component> ask(List<Part> parts) {
        try {
            List<Callable<Component>> questions =
                    parts.stream().<Callable<Component>>map(part -> part::ask).toList();
            List<Future<Component>> answers = threads.invokeAll(questions, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            List<Component> components = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                components.add(answer(parts.get(i), answers.get(i)));
            }
            return components;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return parts.stream().map(part -> part.silent(Duration.ZERO)).toList();
        }
    }

    private static Component answer(Part part, Future<Component> answer) throws InterruptedException {
        try {
            return answer.isCancelled() ? part.silent(PATIENCE) : answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking " + part.name() + " failed", e.getCause());
        }
    }

    private static boolean isUp(HealthContributorRegistry indicators, String name) {
        Health health =
                indicators.getContributor(name) instanceof HealthIndicator indicator ? indicator.health() : null;
        return health != null && Status.UP.equals(health.getStatus());
    }

    private static boolean answers(TemporalServer server) {
        try {
            server.check(PATIENCE);
            return true;
        } catch (TemporalAway away) {
            return false;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
