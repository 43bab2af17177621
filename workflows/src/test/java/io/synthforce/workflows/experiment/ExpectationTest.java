package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.experiment.Expectation.Course;
import io.synthforce.workflows.json.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

    @ParameterizedTest
    @CsvSource({
        "UP, , , 'Cash higher than without the change; in 2 runs the difference was +30 k$, as you expected.'",
        "DOWN, , , 'Cash lower than without the change; in 2 runs the difference was +30 k$, not as you expected.'",
        "SAME, , , 'Cash the same as without the change; in 2 runs the difference was +30 k$, not as you expected.'",
        ", 20, 40, 'a difference of +20 to +40 k$ in Cash; in 2 runs the difference was +30 k$, as you expected.'",
        ", -5, 10, 'a difference of -5 to +10 k$ in Cash; in 2 runs the difference was +30 k$, off by +20.'",
        ", 45, 45, 'a difference of +45 k$ in Cash; in 2 runs the difference was +30 k$, off by -15.'"
    })
    void standsBesideWhatCameOfIt(
            @Nullable Course course, @Nullable BigDecimal low, @Nullable BigDecimal high, String told) {
        Runs runs = new Runs().cash(1, 129, 131).cash(0, 99, 101);

        assertThat(told(new Expectation(1, course, low, high, null), runs)).isEqualTo("option 1: you expected " + told);
    }

    @Test
    void isNotComparedWithNothing() {
        Expectation up = new Expectation(1, Course.UP, null, null, null);

        assertThat(told(up, new Runs().failed(1, 1).failed(0, 1)))
                .isEqualTo(
                        "option 1: you expected Cash higher than without the change; there is nothing to compare it with.");
    }

    @Test
    void countsOnlyRunsThatHaveALevel() {
        Runs runs = new Runs().ruined(1, 3, 1).cash(0, 100, 100, 100);

        assertThat(told(new Expectation(1, Course.UP, null, null, null), runs)).contains("in 2 runs");
    }

    @Test
    void aPlanThatExpectsNothingIsWrittenAndReadAsBefore() {
        String written = "{\"pairing\":true}";

        Design read = Json.read(written, Design.class);

        assertThat(read).isEqualTo(new Design(true, null, List.of()));
        assertThat(Json.write(read)).isEqualTo(written);
    }

    @Test
    void whatIsExpectedIsPartOfThePlan() {
        Plan plan = Runs.plan(1, 1, Design.PLAIN);
        Plan expecting = Runs.plan(
                1, 1, Design.PLAIN.expecting(List.of(new Expectation(1, null, BigDecimal.ONE, BigDecimal.TEN, "so"))));

        assertThat(Json.write(expecting)).isNotEqualTo(Json.write(plan));
        assertThat(Json.read(Json.write(expecting), Plan.class)).isEqualTo(expecting);
    }

    private static String told(Expectation expectation, Runs runs) {
        Findings findings = Findings.of(Runs.plan(1, 3, Design.PLAIN), FindingsTest.scenario(), runs.all());
        return expectation.told(findings.options().getFirst());
    }
}
