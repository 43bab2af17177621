package io.synthforce.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class LogSettingsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOG_LEVEL    | warning                | logging.level.root                                    | WARN
                    LOG_LEVEL    | CRITICAL               | logging.level.root                                    | ERROR
                    DEBUG        | true                   | logging.level.io.synthforce                           | DEBUG
                    DEBUG        | true                   | logging.level.org.springframework.jdbc.core.JdbcTemplate | DEBUG
                    DEBUG        | true                   | debug                                                 | false
                    DEBUG        | false                  | logging.level.io.synthforce                           |
                    DB_ECHO      | 1                      | logging.level.org.springframework.jdbc.core.JdbcTemplate | DEBUG
                    DB_ECHO      | off                    | logging.level.org.springframework.jdbc.core.JdbcTemplate |
                    JSON_LOGS    | yes                    | logging.structured.format.console                     | ecs
                    JSON_LOGS    | false                  | logging.structured.format.console                     |
                    DATABASE_URL | postgresql://db/sf     | logging.structured.format.console                     | ecs
                    PORT         | 8000                   | logging.structured.format.console                     |""")
    void a_variable_says_what_is_logged(String variable, String value, String property, @Nullable String expected) {
        environment.setProperty(variable, value);

        post();

        assertThat(environment.getProperty(property)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, ERROR", "critical, ERROR", "OFF, OFF", "INFO, WARN", "DEBUG, WARN"})
    void others_warn_only_where_warnings_are_wanted(String level, String expected) {
        environment.setProperty("logging.level.org.springframework", "WARN");
        environment.setProperty("LOG_LEVEL", level);

        post();

        assertThat(environment.getProperty("logging.level.org.springframework")).isEqualTo(expected);
    }

    @Test
    void lines_for_people_can_be_asked_for_with_real_parts_too() {
        environment.setProperty("DATABASE_URL", "postgresql://db/synthforce");
        environment.setProperty("JSON_LOGS", "false");

        post();

        assertThat(environment.containsProperty("logging.structured.format.console"))
                .isFalse();
    }

    private void post() {
        new LogSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
