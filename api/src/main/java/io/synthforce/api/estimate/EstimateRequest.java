package io.synthforce.api.estimate;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.experiment.WhatIfRequest;
import io.synthforce.api.simulation.StartRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that is not made yet, as it would be made.
 *
 * @param start as for /simulate/start; reckoned over all its turns
 * @param play as for /simulate/{session_id}/play, with the simulation beside it
 * @param whatIf as for /simulate/what-if
 */
record EstimateRequest(
        @Valid @Nullable StartRequest start,
        @Valid @Nullable Play play,
        @Valid @Nullable WhatIfRequest whatIf) {

    /** @param untilTurn the last turn to be played */
    @Schema(name = "EstimatedPlay")
    record Play(
            @NotNull UUID sessionId,
            @NotNull @Min(1) @Max(500) Integer untilTurn) {}
}
