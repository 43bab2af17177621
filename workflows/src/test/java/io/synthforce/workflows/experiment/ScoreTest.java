package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void aTieCountsHalfAndNoRunIsEverCertain() {
        assertThat(new Score(1, 0, 0).probability()).isEqualTo(0.75);
        assertThat(new Score(0, 1, 0).probability()).isEqualTo(0.5);
        assertThat(new Score(0, 0, 10).probability()).isEqualTo(0.5 / 11);
        assertThat(new Score(0, 0, 0).probability()).isEqualTo(0.5);
    }

    @Test
    void theLowerLimitIsWilsons() {
        assertThat(new Score(8, 0, 2).lower()).isCloseTo(0.4902, within(0.0001));
        assertThat(new Score(1, 0, 0).lower()).isCloseTo(0.2065, within(0.0001));
        assertThat(new Score(0, 0, 5).lower()).isZero();
        assertThat(new Score(0, 0, 0).lower()).isZero();
    }
}
