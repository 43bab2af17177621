package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.activities.groq.ModelChoice.Purpose;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ModelSettingsTest {

    @Test
    void oneModelDoesEverythingUnlessToldOtherwise() {
        var choice = choice("some-model", Map.of());

        assertThat(choice.all()).containsExactly("some-model");
        assertThat(choice.model(Purpose.AGENT, "ceo")).isEqualTo("some-model");
        assertThat(choice.fallbacks()).isEmpty();
        assertThat(choice.form()).isNull();
    }

    @Test
    void theDefaultModelHasAFallback() {
        assertThat(choice(GroqProperties.DEFAULT_MODEL, Map.of()).fallbacks()).containsExactly("openai/gpt-oss-20b");
    }

    @Test
    void purposesAndRolesHaveModelsOfTheirOwn() {
        var choice = choice(
                "small",
                Map.of(
                        "GROQ_MODEL_COORDINATOR", "large",
                        "GROQ_MODEL_JUDGE", "wise",
                        "GROQ_MODEL_WRITER", "eloquent",
                        "GROQ_MODEL_ENGINEERING_LEAD", "technical",
                        "GROQ_MODEL_CEO", " ",
                        "GROQ_FALLBACK_MODELS", "second, third"));

        assertThat(choice.model(Purpose.COORDINATOR, "coordinator")).isEqualTo("large");
        assertThat(choice.model(Purpose.JUDGE, "simulation_analyst")).isEqualTo("wise");
        assertThat(choice.model(Purpose.WRITER, "")).isEqualTo("eloquent");
        assertThat(choice.roles()).containsOnlyKeys("engineering_lead");
        assertThat(choice.model(Purpose.AGENT, "engineering_lead")).isEqualTo("technical");
        assertThat(choice.model(Purpose.AGENT, "ceo")).isEqualTo("small");
        assertThat(choice.fallbacks()).containsExactly("second", "third");
    }

    @Test
    void theFormIsFoundOutOrFixed() {
        assertThat(choice("m", Map.of("GROQ_STRUCTURED_OUTPUT", "auto")).form()).isNull();
        assertThat(choice("m", Map.of("GROQ_STRUCTURED_OUTPUT", "json")).form()).isEqualTo(Form.JSON);
        assertThatThrownBy(() -> choice("m", Map.of("GROQ_STRUCTURED_OUTPUT", "xml")))
                .hasMessageContaining("GROQ_STRUCTURED_OUTPUT is auto, strict, json or prompt");
    }

    private static ModelChoice choice(String model, Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        return ModelSettings.choice(environment, model);
    }
}
