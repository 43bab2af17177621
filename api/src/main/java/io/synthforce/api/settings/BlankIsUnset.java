package io.synthforce.api.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Takes empty variables out, as compose files write them for what is not set; else they would hide the defaults. */
final class BlankIsUnset implements EnvironmentPostProcessor, Ordered {

    private static final String SOURCE = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        PropertySource<?> variables = sources.get(SOURCE);
        if (variables != null && variables.getSource() instanceof Map<?, ?> all) {
            sources.replace(SOURCE, new SystemEnvironmentPropertySource(SOURCE, withoutBlanks(all)));
        }
    }

    private static Map<String, Object> withoutBlanks(Map<?, ?> variables) {
        Map<String, Object> kept = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            if (!String.valueOf(value).isBlank() || Variables.DATA_DIR.equals(name)) {
                kept.put(String.valueOf(name), value);
            }
        });
        return kept;
    }
}
