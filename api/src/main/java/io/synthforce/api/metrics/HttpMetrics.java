package io.synthforce.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.synthforce.api.filter.FilterOrder;
import io.synthforce.api.filter.Unfiltered;
import io.synthforce.api.settings.ApiRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts and times every answer, as dashboards of the reference read it; a streaming one when it ends. */
@Component
@ApiRole
@Order(FilterOrder.METRICS)
final class HttpMetrics extends OncePerRequestFilter implements Unfiltered {

    /** Callers may write any method. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    /** In milliseconds, from a read to a turn that its caller waits for. */
    private static final long[] BUCKETS = {
        5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000, 30_000, 60_000, 120_000, 300_000,
        600_000
    };

    private final Endpoints endpoints;
    private final MeterProvider<Counter> requests;
    private final MeterProvider<Timer> durations;

    HttpMetrics(MeterRegistry meters, Endpoints endpoints) {
        this.endpoints = endpoints;
        this.requests = Counter.builder("http.requests")
                .description("Requests answered")
                .withRegistry(meters);
        this.durations = Timer.builder("http.request.duration")
                .description("Time to the end of the answer")
                .serviceLevelObjectives(
                        LongStream.of(BUCKETS).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .withRegistry(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtEnd(() -> count(request, response.getStatus(), begin)));
            } else {
                count(request, answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR, begin);
            }
        }
    }

    @Override
    public void answered(HttpServletRequest request, HttpServletResponse response) {
        count(request, response.getStatus(), System.nanoTime());
    }

    private void count(HttpServletRequest request, int status, long begin) {
        String asked = request.getMethod();
        String method = asked != null && METHODS.contains(asked) ? asked : "OTHER";
        Tags tags = Tags.of("method", method, "endpoint", endpoints.of(request));
        durations.withTags(tags).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        requests.withTags(tags.and("status", String.valueOf(status))).increment();
    }
}
