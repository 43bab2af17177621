package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Play;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a play.
 *
 * @param untilTurn its last turn; when it was stopped, the one after which it ended or will end
 * @param error why it failed, for programs; null when it did not
 * @param detail why it failed, for people
 * @param endedAt null while it goes on
 */
@Schema(name = "Play")
public record PlayAnswer(
        int untilTurn,

        @Schema(allowableValues = {"playing", "paused", "stopping", "completed", "stopped", "failed"})
        String status,

        @Nullable String error,
        @Nullable String detail,
        Instant startedAt,
        @Nullable Instant endedAt) {

    static PlayAnswer of(Play play, Status simulation) {
        Outcome outcome = play.outcome();
        return new PlayAnswer(
                play.until(),
                status(play, simulation),
                outcome == null ? null : outcome.error(),
                outcome == null ? null : outcome.detail(),
                play.askedAt(),
                play.endedAt());
    }

    private static String status(Play play, Status simulation) {
        Outcome outcome = play.outcome();
        if (outcome == null) {
            return play.stopped() ? "stopping" : simulation == Status.PAUSED ? "paused" : "playing";
        }
        return outcome.error() != null ? "failed" : play.stopped() ? "stopped" : "completed";
    }
}
