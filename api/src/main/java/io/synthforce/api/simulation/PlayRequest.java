package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.scenario.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How far a simulation is to play on.
 *
 * @param untilTurn the last turn to be played
 */
record PlayRequest(
        @NotNull
        @Min(1)
        @Max(Settings.MOST_TURNS)
        @Schema(description = "The last turn to be played; after the current one, at most max_turns", example = "12")
        Integer untilTurn) {}
