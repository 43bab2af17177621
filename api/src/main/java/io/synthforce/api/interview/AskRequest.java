package io.synthforce.api.interview;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.scenario.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * A question to an agent.
 *
 * @param agent a role, or a seat where a role has several
 */
record AskRequest(
        @NotNull @CodePointLength(min = 1, max = 100) @Schema(example = "ceo")
        String agent,

        @NotNull @CodePointLength(min = 1, max = 2000) String question,

        @Min(0)
        @Max(Settings.MOST_TURNS)
        @Schema(description = "After which turn; the current one when left out")
        @Nullable
        Integer atTurn) {

    String hash() {
        return ContentHash.of(this);
    }
}
