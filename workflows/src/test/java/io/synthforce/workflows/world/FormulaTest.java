package io.synthforce.workflows.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final Map<String, BigDecimal> NUMBERS =
            Map.of("cash", new BigDecimal("120.5"), "burn", new BigDecimal("40"), "none", BigDecimal.ZERO);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cash / burn; 3.0125",
                "-cash + 2 * burn; -40.5",
                "if(cash > 100 && burn <= 40, 1, 2); 1",
                "min(cash, burn, 7) + max(1, 2) + abs(-3); 12",
                "floor(cash) + ceiling(cash); 241",
                "MAX(cash, 1); 120.5",
                "cash < 50; 0",
                "cash > 50 && burn == 40; 1",
                "0.2 + 0.5 * (burn <= 40); 0.7",
                "max(cash > 1, none != 0) - (none > 1 || burn < 1); 1",
                "if((cash > 1) == (burn > 1), 3, 4); 3"
            })
    void aFormulaIsWorkedOutExactly(String text, BigDecimal value) {
        assertThat(new Formula(text).fault()).isEmpty();
        assertThat(new Formula(text).value(NUMBERS::get))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cash / none", "999999999999999 * cash"})
    void whatIsNoNumberOfALedgerIsNone(String text) {
        assertThat(new Formula(text).fault()).isEmpty();
        assertThat(new Formula(text).value(NUMBERS::get)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cash +",
                "random()",
                "DT_NOW()",
                "2^cash",
                "1e999999999",
                "0x10",
                "\"a\"",
                "fact(9)",
                "2cash",
                "cash; burn",
                "round(cash, 99)",
                "[1]",
                "cash % 2",
                "$cash"
            })
    void nothingElseCanBeWritten(String text) {
        assertThat(new Formula(text).fault()).isPresent();
        assertThat(new Formula(text).names()).isEmpty();
    }

    @Test
    void aFormulaNamesWhatItIsMadeOf() {
        assertThat(new Formula("max(burn, cash) * cash").names()).containsExactly("burn", "cash");
    }

    @Test
    void aFormulaIsATextInJson() {
        assertThat(Json.write(new Formula("cash + 1"))).isEqualTo("\"cash + 1\"");
        assertThat(Json.read("\"cash + 1\"", Formula.class)).isEqualTo(new Formula("cash + 1"));
    }

    @Test
    void aLongFormulaIsRefused() {
        assertThat(new Formula("1+".repeat(200) + "1").fault()).isPresent();
    }
}
