package io.synthforce.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void a_line_ends_as_the_standard_has_it() {
        assertThat(Csv.line(List.of("a", "", "-12.5"))).isEqualTo("a,,-12.5\r\n");
    }

    @Test
    void what_would_break_a_line_is_quoted() {
        assertThat(Csv.line(List.of("a,b", "say \"no\"", "two\nlines")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1-1", "@SUM(A1)", "\tx", "-"})
    void no_spreadsheet_takes_a_text_for_a_formula(String text) {
        assertThat(Csv.line(List.of(text))).isEqualTo("'" + text + "\r\n");
    }
}
