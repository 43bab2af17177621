package io.synthforce.workflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Quantity;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final IndicatorChanged CHANGE =
            new IndicatorChanged("cash", Quantity.of(500), Quantity.of(460), new Cause(Cause.Kind.RULE, "burn", 3));

    @Test
    void theHashOfAnEventIsFrozenBecauseJournalsAreComparedByIt() {
        assertThat(Json.write(CHANGE))
                .isEqualTo("{\"type\":\"indicator_changed\",\"indicator\":\"cash\",\"from\":500.0000,\"to\":460.0000,"
                        + "\"cause\":{\"kind\":\"RULE\",\"name\":\"burn\",\"turn\":3}}");
        assertThat(ContentHash.of(CHANGE)).isEqualTo(ContentHash.ofText(Json.write(CHANGE)));
        assertThat(ContentHash.of(CHANGE)).isEqualTo("fa882657e3cd4d8c2720be30c71126b5");
    }

    @Test
    void aHashIsTheFirst128BitsOfSha256() {
        assertThat(ContentHash.ofText("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(ContentHash.ofText("äöü")).hasSize(32).isNotEqualTo(ContentHash.ofText("aou"));
    }

    @Test
    void aQuantityOfAnotherScaleIsAnotherContent() {
        IndicatorChanged rescaled =
                new IndicatorChanged("cash", CHANGE.from().stripTrailingZeros(), CHANGE.to(), CHANGE.cause());

        assertThat(ContentHash.of(rescaled)).isNotEqualTo(ContentHash.of(CHANGE));
    }
}
