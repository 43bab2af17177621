package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.Trunk;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trunk that is played from turn 0 to the base turn.
 *
 * @param repeat whose draws it uses
 * @param sessionId the simulation; it can be read like any
 * @param state {@code waiting}, {@code playing}, {@code ended}, {@code failed} or {@code skipped}
 * @param turn the last one that was played, once it has ended; before the base turn if it was over by then
 */
@Schema(name = "ExperimentTrunk")
record TrunkAnswer(
        int trunk,
        int repeat,
        UUID sessionId,
        @Schema(example = "ended") String state,
        @Nullable Integer turn,
        @Nullable String failure) {

    static TrunkAnswer of(Trunk trunk) {
        return new TrunkAnswer(
                trunk.number(),
                trunk.repeat(),
                trunk.simulation(),
                Words.of(trunk.state()),
                trunk.turn(),
                trunk.failure());
    }
}
