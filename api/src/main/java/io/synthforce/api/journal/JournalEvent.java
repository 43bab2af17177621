package io.synthforce.api.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry of the journal as readers are sent it.
 *
 * @param event as it is in the journal
 * @param description what happened, for an event in the world
 * @param utterance what was said, for an event in which someone speaks
 */
@Schema(name = "JournalEvent")
record JournalEvent(
        int turn,
        Instant recordedAt,
        JsonNode event,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Utterance utterance) {

    /**
     * What someone said, or that nobody did.
     *
     * @param status {@code ok}, or {@code degraded} when the call was given up: then there is no text
     * @param reason why it was given up, null when it was not
     * @param scripted whether a script spoke instead of a model
     */
    @Schema(name = "Utterance")
    record Utterance(
            String status,
            String text,
            @Nullable String reason,
            @Nullable String model,
            boolean scripted) {}
}
