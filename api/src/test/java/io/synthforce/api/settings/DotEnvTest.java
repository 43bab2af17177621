package io.synthforce.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DotEnvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    NAME=plain                          | plain
                    NAME=plain # a comment              | plain
                    NAME=pass#word                      | pass#word
                    NAME=two words                      | two words
                    `  NAME = spaced out   `            | spaced out
                    export NAME=exported                | exported
                    NAME="two words"                    | two words
                    NAME="a # b" # a comment            | a # b
                    NAME='a "b" $c \\ d'                | a "b" $c \\ d
                    NAME="say \\"hi\\" for \\$5 \\\\ 6" | say "hi" for $5 \\ 6
                    NAME=a=b&c=d                        | a=b&c=d
                    NAME=it's                           | it's
                    NAME="{\\"a\\": 1}"                 | {"a": 1}""")
    void a_value_is_read_as_a_shell_reads_it(String line, String value) {
        DotEnv read = DotEnv.of(List.of(line));

        assertThat(read.complaints()).isEmpty();
        assertThat(read.values()).isEqualTo(Map.of("NAME", value));
    }

    @Test
    void comments_empty_lines_and_empty_values_say_nothing() {
        DotEnv read = DotEnv.of(List.of("# NAME=1", "", "   ", "NAME=", "OTHER=\"\"", "THIRD= # nothing"));

        assertThat(read.complaints()).isEmpty();
        assertThat(read.values()).isEmpty();
    }

    @Test
    void the_last_assignment_of_a_name_counts() {
        assertThat(DotEnv.of(List.of("A=1", "A=2")).values()).isEqualTo(Map.of("A", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "NAME=\"open", "NAME='open", "NAME=\"a\" b", "=secret", "1NAME=secret", "NAME: secret"})
    void what_is_no_assignment_is_named_by_its_line_and_not_shown(String line) {
        assertThat(DotEnv.of(List.of("# first", line)).complaints())
                .singleElement()
                .asString()
                .startsWith("Line 2 of .env is no assignment")
                .doesNotContain("secret");
    }

    @Test
    void the_file_fills_in_what_the_process_leaves_out(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve(".env"), "PORT=9000\nLOG_LEVEL=DEBUG\nSPRING_MAIN_BANNERMODE=log\n");
        StandardEnvironment environment = environment(Map.of("PORT", "9001"));

        new DotEnvFile(file).postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.resolvePlaceholders("${PORT} ${LOG_LEVEL}")).isEqualTo("9001 DEBUG");
    }

    @Test
    void a_file_that_cannot_be_understood_stops_the_start(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve(".env"), "PORT 9000\n");

        assertThatThrownBy(() ->
                        new DotEnvFile(file).postProcessEnvironment(environment(Map.of()), new SpringApplication()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith("Line 1 of .env is no assignment");
    }

    @Test
    void no_file_is_needed(@TempDir Path directory) {
        StandardEnvironment environment = environment(Map.of("PORT", "9001"));

        new DotEnvFile(directory.resolve(".env")).postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("PORT")).isEqualTo("9001");
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String process = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(process, new SystemEnvironmentPropertySource(process, variables));
        return environment;
    }
}
