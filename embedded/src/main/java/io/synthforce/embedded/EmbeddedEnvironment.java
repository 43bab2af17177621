package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts every part whose variable is unset and sets the variable, before anything else of the application is there: the rest
 * sees addresses only and has one code path.
 */
final class EmbeddedEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String PROPERTIES = "embedded";

    private final Log log;
    private final ConfigurableBootstrapContext bootstrap;

    EmbeddedEnvironment(DeferredLogFactory logs, ConfigurableBootstrapContext bootstrap) {
        this.log = logs.getLog(EmbeddedEnvironment.class);
        this.bootstrap = bootstrap;
    }

    /** After the configuration files, which may name parts too, and before whoever reads the addresses, which is last. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("synthforce.embedded.enabled", Boolean.class, true)) {
            return;
        }
        var directory = Path.of(value(environment, "SYNTHFORCE_DATA_DIR", ".synthforce"));
        var parts = new EmbeddedParts(directory, options(environment));
        bootstrap.register(EmbeddedParts.class, InstanceSupplier.of(parts));
        SpringApplication.getShutdownHandlers().add(parts::close);
        parts.start();
        parts.remarks().forEach(log::info);
        environment.getPropertySources().addFirst(properties(parts, environment));
    }

    private static EmbeddedOptions options(Environment environment) {
        var parts = EnumSet.allOf(Part.class);
        parts.removeIf(
                part -> part.variables().stream().anyMatch(name -> StringUtils.hasText(environment.getProperty(name))));
        return new EmbeddedOptions(
                parts,
                value(environment, "TEMPORAL_NAMESPACE", "default"),
                environment.getProperty("TEMPORAL_CLI"),
                null);
    }

    /** An empty variable counts as unset, as compose files write it. */
    private static String value(Environment environment, String name, String otherwise) {
        var value = environment.getProperty(name);
        return StringUtils.hasText(value) ? value : otherwise;
    }

    private static MapPropertySource properties(EmbeddedParts parts, Environment environment) {
        var properties = new LinkedHashMap<String, Object>(parts.addresses());
        properties.put("synthforce.embedded.parts", parts.labels());
        properties.keySet().removeIf(name -> StringUtils.hasText(environment.getProperty(name)));
        return new MapPropertySource(PROPERTIES, properties);
    }
}
