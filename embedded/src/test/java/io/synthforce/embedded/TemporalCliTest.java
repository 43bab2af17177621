package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalCliTest {

    @Test
    void takesTheProgramThatIsNamed(@TempDir Path directory) throws Exception {
        var program = Files.createFile(directory.resolve("temporal"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(TemporalCli.find(program.toString())).contains(program);
        assertThat(TemporalCli.find("sh")).contains(SearchPath.find("sh").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "in-process"})
    void canBeToldToUseNone(String none) {
        assertThat(TemporalCli.find(none)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeRunAndNamesTheVariable(@TempDir Path directory) throws Exception {
        var text = Files.createFile(directory.resolve("temporal"));

        assertThatThrownBy(() -> TemporalCli.find(text.toString()))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageStartingWith("TEMPORAL_CLI is '%s', which is not a program that can be run.", text)
                .hasMessageContaining("none for Temporal in this process");
        assertThatThrownBy(() -> TemporalCli.find("no-such-program")).hasMessageContaining("no-such-program");
    }
}
