package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Range;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.Worlds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final Draws DRAWS = new Draws(Scenarios.ROOT_SEED, 0);
    private static final Cause CAUSE = new Cause(Cause.Kind.ACTION, "campaign", 1);
    private static final World WORLD = new World(
            List.of(new Indicator("x", "X", "unit", Direction.UP, Quantity.of(1000), null, null, null)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Test
    void anEffectAtOnceLandsInTheTurnThatCausesIt() {
        assertThat(landed(new Effect("x", exactly(90), 0, 1, 0), 3)).containsExactly(amounts(90, 0, 0));
    }

    @Test
    void aDelayedEffectLandsOnceWhenItIsDue() {
        assertThat(landed(new Effect("x", exactly(90), 2, 1, 0), 5)).containsExactly(amounts(0, 0, 90, 0, 0));
    }

    @Test
    void aRampedEffectArrivesInEqualPartsAndTheLastOneTakesTheRemainder() {
        assertThat(landed(new Effect("x", exactly(100), 1, 3, 0), 6))
                .containsExactly(amounts(0, 33.3333, 33.3333, 33.3334, 0, 0));
        assertThat(landed(new Effect("x", exactly(-100), 0, 3, 0), 4))
                .containsExactly(amounts(-33.3333, -33.3333, -33.3334, 0));
    }

    @Test
    void anEffectThatLastsIsTakenBackAsItCame() {
        assertThat(landed(new Effect("x", exactly(90), 1, 1, 2), 6)).containsExactly(amounts(0, 90, 0, -90, 0, 0));
        assertThat(landed(new Effect("x", exactly(90), 0, 2, 3), 6)).containsExactly(amounts(45, 45, 0, -45, -45, 0));
    }

    @Test
    void onlyWhatArrivedIsTakenBack() {
        assertThat(landed(within(0, 0), new Effect("x", exactly(-9), 0, 1, 2), 4))
                .containsExactly(amounts(0, 0, 0, 0));
        assertThat(landed(within(5, 0), new Effect("x", exactly(-9), 1, 1, 2), 5))
                .containsExactly(amounts(0, -5, 0, 5, 0));
        assertThat(landed(within(5, 0), new Effect("x", exactly(-8), 0, 2, 3), 6))
                .containsExactly(amounts(-4, -1, 0, 4, 1, 0));
    }

    @Test
    void anAmountIsDrawnOnceHoweverManyPartsItArrivesIn() {
        TurnLog log = new TurnLog(WORLD, PureTurns.opening(WORLD));
        new Effects(log, DRAWS, 1).cause(List.of(new Effect("x", Range.of(0, 50, 100), 1, 4, 3)), CAUSE);

        assertThat(log.events()).filteredOn(ValueDrawn.class::isInstance).hasSize(1);
        assertThat(log.events()).filteredOn(EffectScheduled.class::isInstance).hasSize(4);
    }

    @Test
    void twoEffectsOnOneIndicatorAreDrawnApart() {
        TurnLog log = new TurnLog(WORLD, PureTurns.opening(WORLD));
        Effect effect = new Effect("x", Range.of(0, 50, 100), 0, 1, 0);
        new Effects(log, DRAWS, 1).cause(List.of(effect, effect), CAUSE);

        assertThat(log.events().stream().filter(ValueDrawn.class::isInstance).map(e -> ((ValueDrawn) e).value()))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void everyEffectLandsOnceAndInFull() {
        for (int seed = 0; seed < 500; seed++) {
            Effect effect = Worlds.effect("x", new Random(seed));
            BigDecimal drawn = DRAWS.value(1, "action/campaign/x", effect.amount());
            List<BigDecimal> landed = landed(effect, 20);

            BigDecimal before = sum(landed.subList(0, effect.after()));
            BigDecimal total = sum(landed);
            assertThat(before).as("before it is due, %s", effect).isZero();
            assertThat(total)
                    .as("in the end, %s", effect)
                    .isEqualByComparingTo(effect.lasts() > 0 ? BigDecimal.ZERO : drawn);
            if (effect.lasts() >= effect.ramp()) {
                assertThat(sum(landed.subList(0, effect.after() + effect.ramp())))
                        .as("while it lasts, %s", effect)
                        .isEqualByComparingTo(drawn);
            }
        }
    }

    private static List<BigDecimal> landed(Effect effect, int turns) {
        return landed(WORLD, effect, turns);
    }

    /** What the indicator changed by in each turn when the effect is caused in the first one. */
    private static List<BigDecimal> landed(World world, Effect effect, int turns) {
        SimulationState state = PureTurns.opening(world);
        List<BigDecimal> changes = new ArrayList<>();
        for (int turn = 1; turn <= turns; turn++) {
            TurnLog log = new TurnLog(world, state);
            log.record(new TurnOpened(turn, "inputs", List.of()));
            new WorldPhase(world, DRAWS, log, turn).play(state.due(turn), List.of());
            if (turn == 1) {
                new Effects(log, DRAWS, turn).cause(List.of(effect), CAUSE);
            }
            changes.add(changeIn(log.events()));
            state = log.state();
        }
        assertThat(state.pending()).isEmpty();
        return changes;
    }

    private static World within(double start, double min) {
        Indicator x = new Indicator("x", "X", "unit", Direction.UP, Quantity.of(start), Quantity.of(min), null, null);
        return new World(List.of(x), List.of(), List.of(), List.of(), List.of());
    }

    private static BigDecimal changeIn(List<SimulationEvent> events) {
        return events.stream()
                .filter(IndicatorChanged.class::isInstance)
                .map(IndicatorChanged.class::cast)
                .peek(change -> assertThat(change.cause()).isEqualTo(CAUSE))
                .map(change -> change.to().subtract(change.from()))
                .reduce(Quantity.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(Quantity.ZERO, BigDecimal::add);
    }

    private static Range exactly(double amount) {
        return Range.of(amount, amount, amount);
    }

    private static BigDecimal[] amounts(double... amounts) {
        return java.util.Arrays.stream(amounts).mapToObj(Quantity::of).toArray(BigDecimal[]::new);
    }
}
