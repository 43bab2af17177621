package io.synthforce.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.scenario.ScenarioLibrary;
import io.synthforce.api.simulation.StartRequest.Config;
import io.synthforce.workflows.scenario.Settings;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartSettingsTest {

    private final ScenarioLibrary library = ScenarioLibrary.of(List.of());

    private final StartSettings here = new StartSettings(20, 0.3);

    @Test
    void a_start_that_says_nothing_gets_what_is_set_here() {
        Settings settings = started(null, null);

        assertThat(settings.maxTurns()).isEqualTo(20);
        assertThat(settings.temperature()).isEqualTo(0.3);
        assertThat(new StartSettings(500, 0.7).defaultTurns()).isEqualTo(50);
    }

    @Test
    void a_start_may_ask_for_as_many_turns_as_are_allowed_here() {
        assertThat(started(20, 1.5).maxTurns()).isEqualTo(20);
        assertThat(started(20, 1.5).temperature()).isEqualTo(1.5);
    }

    @Test
    void more_turns_than_that_are_refused_with_the_limit() {
        assertThatThrownBy(() -> started(21, null))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("body.config.max_turns: Input should be less than or equal to 20");
    }

    private Settings started(@Nullable Integer maxTurns, @Nullable Double temperature) {
        Config config = new Config(maxTurns, null, temperature, null, null, null, null, null);
        StartRequest request =
                new StartRequest("We consider raising our prices.", null, null, null, null, config, null);
        return Scenarios.of(request, library, here, LocalDate.of(2026, 1, 1))
                .scenario()
                .settings();
    }
}
