package io.synthforce.api.settings;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * What the web side is told.
 *
 * @param name of the product, as {@code /} shows it
 * @param version of the API, as {@code /} and {@code /health} show it
 * @param environment where it runs, as {@code /health} shows it
 * @param syncTimeout the longest a caller is kept waiting for a turn
 * @param sessionTimeout how long a simulation that nobody asks for anything stays in the workers' cache
 * @param untakenAfter how long a request may lie untaken before it is asked whether anyone is there
 * @param temporalUi where people look at workflows, or null when nowhere
 */
@ConfigurationProperties("synthforce")
public record ApiSettings(
        String name,
        String version,
        String environment,
        @DurationUnit(ChronoUnit.SECONDS) Duration syncTimeout,
        @DurationUnit(ChronoUnit.MINUTES) Duration sessionTimeout,
        @DefaultValue("10s") Duration untakenAfter,
        @Nullable URI temporalUi) {}
