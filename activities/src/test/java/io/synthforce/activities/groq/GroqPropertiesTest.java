package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroqPropertiesTest {

    @Test
    void blanksAroundValuesAreForgiven() {
        var properties = properties(" https://proxy.example/openai/v1/ ", " gsk_a ", "  ");

        assertThat(properties.baseUrl()).isEqualTo("https://proxy.example/openai/v1");
        assertThat(properties.keys()).containsExactly("gsk_a");
    }

    @Test
    void keysAreNeverPrinted() {
        assertThat(properties(GroqProperties.DEFAULT_BASE_URL, "gsk_secret").toString())
                .contains("keys=1")
                .doesNotContain("gsk_secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.groq.com", "ftp://x/y", "https://", "http://user:pw@host/v1", "http://a b"})
    void anAddressThatCannotBeAskedIsRefusedByName(String baseUrl) {
        assertThatThrownBy(() -> properties(baseUrl, "gsk_a")).hasMessageContaining("GROQ_BASE_URL");
    }

    @Test
    void aKeyWithALineBreakIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> properties(GroqProperties.DEFAULT_BASE_URL, "gsk_one\ngsk_two"))
                .hasMessageContaining("GROQ_API_KEY")
                .hasMessageNotContaining("gsk_one");
    }

    private static GroqProperties properties(String baseUrl, String... keys) {
        return new GroqProperties(baseUrl, List.of(keys), "m", Duration.ofSeconds(60), 2048, "low");
    }
}
