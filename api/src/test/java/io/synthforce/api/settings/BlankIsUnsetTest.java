package io.synthforce.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BlankIsUnsetTest {

    @Test
    void an_empty_variable_does_not_hide_aDefault() {
        StandardEnvironment environment = environment(Map.of("PORT", "", "HOST", "  ", "LOG_LEVEL", "DEBUG"));

        new BlankIsUnset().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.resolvePlaceholders("${PORT:8000} ${HOST:127.0.0.1} ${LOG_LEVEL:INFO}"))
                .isEqualTo("8000 127.0.0.1 DEBUG");
    }

    @Test
    void a_blank_data_directory_is_left_to_be_refused() {
        StandardEnvironment environment = environment(Map.of("SYNTHFORCE_DATA_DIR", " "));

        new BlankIsUnset().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.containsProperty("SYNTHFORCE_DATA_DIR")).isTrue();
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }
}
