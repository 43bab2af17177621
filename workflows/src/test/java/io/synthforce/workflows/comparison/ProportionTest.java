package io.synthforce.workflows.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @ParameterizedTest
    @CsvSource({"14, 14, true", "13, 13, false", "28, 30, true", "27, 30, false", "10, 10, false"})
    void onlyWhatIsSurelySeenInFourOfFiveRunsIsStable(int seen, int n, boolean stable) {
        assertThat(new Proportion(seen, n).isStable()).isEqualTo(stable);
    }

    @Test
    void aShareIsToldWithItsInterval() {
        assertThat(new Proportion(8, 10).told()).isEqualTo("in 8 of 10 simulated runs (49–94 %)");
        assertThat(new Proportion(14, 14).told()).isEqualTo("stable: in 14 of 14 simulated runs");
    }

    /** Newcombe 1998, table II: 56/70 against 48/80. */
    @Test
    void theDifferenceOfSharesHasNewcombesInterval() {
        Interval interval = new Proportion(56, 70).minus(new Proportion(48, 80));

        assertThat(interval.low()).isCloseTo(0.0524, within(0.0001));
        assertThat(interval.high()).isCloseTo(0.3339, within(0.0001));
    }

    @Test
    void theExactTestSeesWhatIsPlainAndNothingWhereNothingIs() {
        assertThat(new Proportion(9, 10).exactTest(new Proportion(1, 10))).isLessThan(0.01);
        assertThat(new Proportion(5, 10).exactTest(new Proportion(5, 10))).isGreaterThan(0.9);
    }
}
