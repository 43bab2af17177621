package io.synthforce.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Test
    void who_prefers_nothing_waits_to_the_end() {
        Preference preference = Preference.of(null);

        assertThat(preference.atMost()).isNull();
        assertThat(preference.within(LONGEST)).isEqualTo(LONGEST);
        assertThat(preference.applied()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    respond-async                | 0   | respond-async
                    RESPOND-ASYNC                | 0   | respond-async
                    wait=5                       | 5   | wait=5
                    wait="5"                     | 5   | wait=5
                    wait = 5                     | 5   | wait=5
                    respond-async, wait=5        | 5   | respond-async, wait=5
                    return=minimal, wait=5; x=y  | 5   | wait=5
                    wait=5, wait=9               | 5   | wait=5
                    wait=0                       | 0   | wait=0""")
    void who_wants_to_come_back_is_let_go_in_time(String header, long seconds, String applied) {
        Preference preference = Preference.of(header);

        assertThat(preference.atMost()).isNotNull();
        assertThat(preference.within(LONGEST)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(preference.applied()).isEqualTo(applied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait=soon", "wait=-1", "handling=lenient", ",;=", "wait=99999999"})
    void what_is_not_understood_is_not_applied(String header) {
        assertThat(Preference.of(header)).isEqualTo(Preference.of(null));
    }

    @Test
    void nobody_is_kept_longer_than_anyone() {
        assertThat(Preference.of("wait=9999").within(LONGEST)).isEqualTo(LONGEST);
    }
}
