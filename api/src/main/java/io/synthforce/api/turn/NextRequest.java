package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Canonical;
import io.synthforce.api.wire.Storable;
import io.synthforce.store.request.NextInputs;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Settings;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What the next turn is to deal with.
 *
 * @param focusAgents who speaks in this turn instead of the cast; empty or null means the cast
 * @param contextOverride facts for this turn, over those the simulation was started with
 */
record NextRequest(
        @NotNull UUID sessionId,

        @CodePointLength(max = 2000) @Schema(description = "What the agents have to deal with in this turn") @Nullable
        String userInput,

        @Size(max = Settings.MOST_AGENTS)
        @Schema(description = "Roles that speak in this turn instead of the cast")
        @Nullable
        List<@NotNull @CodePointLength(min = 1, max = 60) String> focusAgents,

        @Storable @Schema(description = "Facts for this turn, over those the simulation was started with") @Nullable
        Map<String, Object> contextOverride) {

    /** The form it is stored in; equal requests have equal texts. */
    String canonical() {
        List<String> focus = focusAgents == null ? List.of() : focusAgents;
        return Json.write(new NextInputs(userInput, focus, Canonical.of(contextOverride)));
    }
}
