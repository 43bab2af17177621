package io.synthforce.workflows.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final String SEED = "000102030405060708090a0b0c0d0e0f";
    private static final Draws DRAWS = new Draws(SEED, 0);

    @Test
    void drawsAreFrozenBecauseBranchesAreComparedByThem() {
        assertThat(DRAWS.uniform(1, "event/demand_shift")).isEqualTo(0.16191431888093688);
        assertThat(DRAWS.value(1, "event/demand_shift/customers", Range.of(-60, 0, 60)))
                .isEqualTo(new BigDecimal("30.8202"));
        assertThat(DRAWS.seed(1, "model/ceo/position/0/0")).isEqualTo(732387221L);
    }

    @Test
    void theSameSeedRepeatTurnAndStreamGiveTheSameValue() {
        assertThat(new Draws(SEED, 0).uniform(7, "s")).isEqualTo(DRAWS.uniform(7, "s"));
    }

    @Test
    void anotherSeedRepeatTurnOrStreamGivesAnotherValue() {
        Set<Double> values = new LinkedHashSet<>();
        int tried = 0;
        for (int repeat = 0; repeat < 12; repeat++) {
            for (int turn = 0; turn < 12; turn++) {
                for (String stream : new String[] {"a", "b", "1", "0|1"}) {
                    values.add(new Draws(SEED, repeat).uniform(turn, stream));
                    values.add(new Draws("f".repeat(32), repeat).uniform(turn, stream));
                    tried += 2;
                }
            }
        }
        assertThat(values).hasSize(tried);
    }

    @Test
    void uniformValuesFillTheUnitIntervalEvenly() {
        double[] values = IntStream.range(0, 20_000)
                .mapToDouble(turn -> DRAWS.uniform(turn, "s"))
                .toArray();

        assertThat(DoubleStream.of(values)).allMatch(u -> u >= 0 && u < 1);
        assertThat(IntStream.range(0, 20_000).filter(i -> values[i] < 0.25).count() / 20_000.0)
                .isCloseTo(0.25, within(0.01));
    }

    @Test
    void aValueStaysInItsRangeAndCentresOnTheMeanOfTheTriangle() {
        Range range = Range.of(20, 80, 150);
        double[] values = IntStream.range(0, 20_000)
                .mapToDouble(turn -> DRAWS.value(turn, "s", range).doubleValue())
                .toArray();

        assertThat(DoubleStream.of(values)).allMatch(v -> v >= 20 && v <= 150);
        assertThat(IntStream.range(0, 20_000)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow())
                .isCloseTo((20 + 80 + 150) / 3.0, within(1.0));
    }

    @Test
    void aRangeReachesFromItsLowToItsHighEnd() {
        Range range = Range.of(-5, -5, 10);

        assertThat(range.at(0)).isEqualTo(Quantity.of(-5));
        assertThat(range.at(Math.nextDown(1.0))).isEqualTo(Quantity.of(10));
        assertThat(Range.of(3, 3, 3).at(0.7)).isEqualTo(Quantity.of(3));
        assertThatThrownBy(() -> Range.of(1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeedForSamplingIsNeverNegative() {
        assertThat(IntStream.range(0, 1000).mapToLong(turn -> DRAWS.seed(turn, "s")))
                .allMatch(seed -> seed >= 0 && seed <= Integer.MAX_VALUE);
    }
}
