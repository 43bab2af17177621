package io.synthforce.workflows.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        up by 10 % next year            | 10 %           | 10      | true
        up by 10% next year             | 10%            | 10      | true
        ten per cent more               | ten per cent   | 10      | true
        twenty-five percent off         | twenty-five percent | 25 | true
        3.5 percentage points           | 3.5 percentage points | 3.5 | true
        3,5 % in Europe                 | 3,5 %          | 3.5     | true
        1,000 customers                 | 1,000          | 1000    | false
        1 000 customers                 | 1 000          | 1000    | false
        1.000.000 users                 | 1.000.000      | 1000000 | false
        about 1.5k signups              | 1.5k           | 1500    | false
        a €2m budget                    | €2m            | 2000000 | false
        $2.5 million in cash            | $2.5 million   | 2500000 | false
        60 k$ for it                    | 60 k$          | 60000   | false
        one hundred and twenty people   | one hundred and twenty | 120 | false
        twelve weeks of work            | twelve         | 12      | false
        USD 40 a seat                   | USD 40         | 40      | false
        it costs 7 euros                | 7 euros        | 7       | false
        a factor of 2.5                 | 2.5            | 2.5     | false
        a team of 2000 engineers        | 2000           | 2000    | false
        """)
    void a_number_is_read_as_people_write_it(String text, String written, String value, boolean percent) {
        assertThat(claims(text)).singleElement().satisfies(numeral -> {
            assertThat(numeral.written()).isEqualTo(written);
            assertThat(numeral.value()).isEqualByComparingTo(value);
            assertThat(numeral.percent()).isEqualTo(percent);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10-15 % of them          | 10 | 15
        10–15% of them           | 10 | 15
        10 to 15 per cent        | 10 | 15
        between 10 and 15 %      | 10 | 15
        """)
    void both_ends_of_a_range_are_of_its_kind(String text, String low, String high) {
        assertThat(claims(text)).hasSize(2).allMatch(Numeral::percent);
        assertThat(claims(text).getFirst().value()).isEqualByComparingTo(low);
        assertThat(claims(text).getLast().value()).isEqualByComparingTo(high);
    }

    @Test
    void a_range_of_millions_is_in_millions_on_both_ends() {
        assertThat(claims("We ask for €2-3m."))
                .extracting(numeral -> numeral.value().toPlainString())
                .containsExactly("2000000", "3000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in 2027 we decide",
                "(2027)",
                "by 15 November 2026",
                "on November 15, 2026",
                "from 2026-11-02 on",
                "at 10:30",
                "the 21st of them",
                "the 12th",
                "1. first\n2. second\n12. twelfth",
                "- 14) later",
                "as in turn 12",
                "Q3 and S11 and P50 and pm_13",
                "two reasons and 3 people",
                "one of us",
                "100 % sure",
                "24/7 support",
                "many thousands and a million reasons"
            })
    void what_names_or_orders_something_claims_nothing(String text) {
        assertThat(claims(text)).isEmpty();
    }

    @Test
    void each_number_stands_where_it_was_found() {
        String text = "From 500 k$ to €2m and 12.";

        assertThat(Numerals.in(text))
                .extracting(numeral -> text.substring(numeral.start(), numeral.end()))
                .containsExactly("500 k$", "€2m", "12");
    }

    private static List<Numeral> claims(String text) {
        return Numerals.in(text).stream().filter(Numeral::isClaim).toList();
    }
}
