package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.workflows.journal.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Why a simulation ended before its last turn: an outcome, not a failure.
 *
 * @param reason ruin, or a missed deadline
 * @param name the indicator that was ruined, or the deadline
 */
@Schema(name = "Ending")
public record EndingAnswer(
        @Schema(allowableValues = {"ruin", "deadline"}) String reason, String name, int turn) {

    /** Null where nothing ended. */
    public static @Nullable EndingAnswer of(@Nullable Ending ending) {
        return ending == null ? null : new EndingAnswer(Words.of(ending.kind()), ending.name(), ending.turn());
    }
}
