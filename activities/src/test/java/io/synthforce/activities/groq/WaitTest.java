package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "172ms, PT0.172S",
        "1.57s, PT1.57S",
        "6s, PT6S",
        "2m59.56s, PT2M59.56S",
        "3m6s, PT3M6S",
        "1m0.363142857s, PT1M0.363142857S",
        "17m31.056s, PT17M31.056S",
        "2h5m, PT2H5M",
        "12m, PT12M"
    })
    void durationsAreReadAsGoWritesThem(String written, Duration wait) {
        assertThat(asked(Map.of(), "Limit 1. Please try again in " + written + ". Need more?"))
                .isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"2, PT2S", "0, PT0S", "1.25, PT1.25S", "99999999, PT24H", "'Mon, 23 Nov 2026 10:01:30 GMT', PT1M30S"})
    void retryAfterIsSecondsOrADate(String value, Duration wait) {
        assertThat(asked(Map.of("retry-after", value), "")).isEqualTo(wait);
    }

    @Test
    void aDateThatIsPastMeansNow() {
        assertThat(asked(Map.of("retry-after", "Mon, 23 Nov 2026 09:59:00 GMT"), ""))
                .isZero();
    }

    @Test
    void millisecondsGoBeforeSecondsAndSecondsBeforeText() {
        var both = Map.of("retry-after-ms", "350", "retry-after", "9");

        assertThat(asked(both, "try again in 5m")).isEqualTo(Duration.ofMillis(350));
        assertThat(asked(Map.of("retry-after", "9"), "try again in 5m")).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3", "NaN", "1e9", "Infinity", ""})
    void whatIsNoWaitIsLeftToTheText(String value) {
        assertThat(asked(Map.of("retry-after", value), "Please try again in 4s."))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(asked(Map.of("retry-after", value), "Please try again in a while."))
                .isNull();
    }

    private static Duration asked(Map<String, String> headers, String message) {
        return Wait.asked(headers::get, message, NOW);
    }
}
