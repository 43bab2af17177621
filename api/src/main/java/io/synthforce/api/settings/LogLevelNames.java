package io.synthforce.api.settings;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Understands the names of levels that the reference's deployments use. */
final class LogLevelNames implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, String> NAMES = Map.of("WARNING", "WARN", "CRITICAL", "ERROR");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 190;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String level = environment.getProperty("LOG_LEVEL", "").strip().toUpperCase(Locale.ROOT);
        if (NAMES.containsKey(level)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("log level", Map.of("logging.level.root", NAMES.get(level))));
        }
    }
}
