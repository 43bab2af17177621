package io.synthforce.api.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Eight buckets for each of Temporal's hundreds of timers, which ask for 69: a page of a megabyte for Prometheus. They
 * are joined by underscores, so that no property of Spring's names them all.
 */
@Component
final class TemporalTimers implements MeterFilter {

    private static final double[] NANOSECONDS = Stream.of(10, 50, 100, 500, 1_000, 5_000, 10_000, 60_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().startsWith("temporal_")
                ? DistributionStatisticConfig.builder()
                        .percentilesHistogram(false)
                        .serviceLevelObjectives(NANOSECONDS)
                        .build()
                        .merge(config)
                : config;
    }
}
