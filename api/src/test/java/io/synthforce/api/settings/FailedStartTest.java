package io.synthforce.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.api.SynthforceApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailedStartTest {

    @Test
    void a_wrong_value_stops_the_start_with_one_sentence(CapturedOutput output) {
        assertThatThrownBy(() -> start("--SYNTHFORCE_ROLES=api,cook")).isInstanceOf(Misconfigured.class);

        assertThat(output.getErr().strip())
                .isEqualTo("synthforce did not start. SYNTHFORCE_ROLES names \"cook\", which does not exist:"
                        + " set it to api, worker or api,worker.");
    }

    @Test
    void without_embedded_parts_the_missing_variables_are_named(CapturedOutput output) {
        assertThatThrownBy(() -> start("--synthforce.embedded.enabled=false", "--PORT=0"))
                .isInstanceOf(Misconfigured.class);

        assertThat(output.getErr())
                .contains("DATABASE_URL is not set", "REDIS_URL is not set", "TEMPORAL_ADDRESS is not set")
                .contains("GROQ_API_KEY is not set")
                .doesNotContain("\tat ");
    }

    private static void start(String... arguments) {
        SpringApplication application = new SpringApplication(SynthforceApplication.class);
        application.setRegisterShutdownHook(false);
        application.run(arguments);
    }
}
