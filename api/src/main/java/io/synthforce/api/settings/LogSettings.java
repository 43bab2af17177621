package io.synthforce.api.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Says in Spring's terms what is logged and how, by the variables the reference's deployments use. */
final class LogSettings implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, String> LEVELS = Map.of("WARNING", "WARN", "CRITICAL", "ERROR");

    /** At these not even a warning is wanted. */
    private static final Set<String> QUIET = Set.of("ERROR", "CRITICAL", "OFF");

    /** After the check of the variables, and before the embedded parts name addresses nobody set. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 190;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String level = environment.getProperty("LOG_LEVEL", "").strip().toUpperCase(Locale.ROOT);
        if (LEVELS.containsKey(level)) {
            properties.put("logging.level.root", LEVELS.get(level));
        }
        if (QUIET.contains(level)) {
            others(environment)
                    .forEach(logger -> properties.put("logging.level." + logger, LEVELS.getOrDefault(level, level)));
        }
        boolean debug = isTrue(environment, "DEBUG", false);
        // Spring takes the variable for its own, and would tell at length how it configures itself.
        properties.put("debug", "false");
        if (debug) {
            properties.put("logging.level.io.synthforce", "DEBUG");
        }
        if (isTrue(environment, "DB_ECHO", debug)) {
            properties.put("logging.level.org.springframework.jdbc.core.JdbcTemplate", "DEBUG");
        }
        if (isTrue(environment, "JSON_LOGS", StringUtils.hasText(environment.getProperty("DATABASE_URL")))) {
            properties.put("logging.structured.format.console", "ecs");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("log settings", properties));
    }

    /** Those that the configuration lets warn. */
    private static List<String> others(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("logging.level", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .filter(logger -> logger.getValue().equals("WARN"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isTrue(Environment environment, String variable, boolean otherwise) {
        return environment.getProperty(variable, Boolean.class, otherwise);
    }
}
