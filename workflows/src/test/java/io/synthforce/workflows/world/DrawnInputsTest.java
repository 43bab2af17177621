package io.synthforce.workflows.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnInputsTest {

    @Test
    void whatMayHappenOrNotIsDrawn() {
        assertThat(DrawnInputs.areIn(world(strike(0, 0.5, Range.of(1, 1, 1))), 1))
                .isTrue();
    }

    @Test
    void anUncertainEffectIsDrawn() {
        assertThat(DrawnInputs.areIn(world(strike(2, 0, Range.of(1, 2, 3))), 1)).isTrue();
    }

    @Test
    void whatIsCertainIsNot() {
        assertThat(DrawnInputs.areIn(world(), 1)).isFalse();
        assertThat(DrawnInputs.areIn(world(strike(2, 0, Range.of(1, 1, 1))), 1)).isFalse();
        assertThat(DrawnInputs.areIn(world(strike(0, 0, Range.of(1, 1, 1))), 1)).isFalse();
    }

    @Test
    void whatIsDrawnAtTheStartIsDrawnAnewOnlyFromThere() {
        World uncertain = world().withParameters(List.of(new Parameter("demand", "", Range.of(1, 2, 3))));

        assertThat(DrawnInputs.areIn(uncertain, 0)).isTrue();
        assertThat(DrawnInputs.areIn(uncertain, 1)).isFalse();
        assertThat(DrawnInputs.areIn(
                        world().withParameters(List.of(new Parameter("demand", "", Range.of(2, 2, 2)))), 0))
                .isFalse();
    }

    @Test
    void theWorldThatShipsIsFullOfChance() {
        assertThat(DrawnInputs.areIn(DefaultWorld.world(), 1)).isTrue();
    }

    private static World world(WorldEvent... events) {
        return new World(List.of(), List.of(), List.of(), List.of(events), List.of());
    }

    private static WorldEvent strike(int onTurn, double probability, Range amount) {
        return new WorldEvent(
                "strike",
                "A strike",
                onTurn,
                probability,
                Visibility.PUBLIC,
                List.of(new Effect("cash", amount, 0, 1, 0)));
    }
}
