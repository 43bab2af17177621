package io.synthforce.api.interview;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.interview.Interview;
import io.synthforce.workflows.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an agent said beside the simulation.
 *
 * @param atTurn the turn after which it was asked
 * @param agent its role
 * @param status open while it is being asked, done, or failed
 * @param answer empty unless it is done
 * @param confidence as it stated it itself, 0 to 1
 * @param sources keys of the memories it says its answer rests on
 * @param model that answered
 * @param scripted a script answered, and no model was asked
 * @param notice says so
 * @param failure why it failed
 */
@Schema(name = "Interview")
public record InterviewAnswer(
        UUID id,
        UUID sessionId,
        int atTurn,
        String agent,
        String seat,
        String question,
        @Schema(example = "done") String status,
        String answer,
        @Nullable Double confidence,
        List<String> sources,
        @Nullable String model,
        boolean scripted,
        @Nullable String notice,
        @Nullable String failure,
        Instant askedAt) {

    private static final String SCRIPTED = "SCRIPTED: no model was asked";

    /** @param call what was recorded, null when nothing was */
    public static InterviewAnswer of(Interview interview, @Nullable RecordedCall call) {
        String reply = call == null ? null : call.reply();
        JsonNode said = Json.mapper().readTree(reply == null ? "{}" : reply);
        boolean scripted = call != null && call.scripted();
        return new InterviewAnswer(
                interview.id(),
                interview.simulation(),
                interview.turn(),
                interview.role(),
                interview.seat(),
                interview.question(),
                Words.of(interview.state()),
                said.path("text").asString(""),
                said.path("confidence").isNumber() ? said.path("confidence").asDouble() : null,
                said.path("sources")
                        .valueStream()
                        .map(source -> source.asString(""))
                        .distinct()
                        .toList(),
                call == null ? null : call.model(),
                scripted,
                scripted ? SCRIPTED : null,
                interview.detail(),
                interview.createdAt());
    }
}
