package io.synthforce.api.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.replay.ReplayReport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a replay came to.
 *
 * @param identical whether every event came out as it is stored
 * @param callsOf whose recorded calls were read
 * @param turns how many were played
 * @param calls recorded calls that were read
 * @param modelCalls always 0: no model is asked
 * @param journalHash identity of what is stored, as far as it was compared
 * @param replayedHash identity of what was played
 * @param played the turns with the hashes of their events as they were played
 * @param firstDifference null when there is none; nothing is played after it
 */
@Schema(name = "Replay")
record ReplayAnswer(
        UUID sessionId,
        boolean identical,
        UUID callsOf,
        int turns,
        int calls,
        int modelCalls,
        String journalHash,
        String replayedHash,
        List<Turn> played,
        @Nullable Difference firstDifference) {

    /** A turn as it was played again. */
    @Schema(name = "ReplayedTurn")
    record Turn(int turn, int events, String hash) {}

    /**
     * Where what was played left what is stored.
     *
     * @param event its type
     * @param position of the event in its turn, from 1
     * @param expected as it is stored, null when the journal has no more
     * @param got as it was played, null when nothing was
     */
    @Schema(name = "ReplayDifference")
    record Difference(
            int turn,
            @Schema(example = "position_taken") @Nullable String event,
            int position,
            @Nullable JsonNode expected,
            @Nullable JsonNode got,
            String reason) {

        static Difference of(ReplayReport.Difference difference) {
            JsonNode expected = tree(difference.expected());
            JsonNode got = tree(difference.got());
            JsonNode named = expected == null ? got : expected;
            return new Difference(
                    difference.turn(),
                    named == null ? null : named.path("type").asString(),
                    difference.position(),
                    expected,
                    got,
                    difference.reason());
        }

        private static @Nullable JsonNode tree(@Nullable SimulationEvent event) {
            return event == null ? null : Json.mapper().readTree(Json.write(event));
        }
    }

    static ReplayAnswer of(UUID simulation, UUID callsOf, ReplayReport report) {
        ReplayReport.Difference difference = report.difference();
        return new ReplayAnswer(
                simulation,
                difference == null,
                callsOf,
                report.turns(),
                report.calls(),
                0,
                report.journalHash(),
                report.replayedHash(),
                report.played().stream()
                        .map(turn -> new Turn(turn.turn(), turn.events(), turn.hash()))
                        .toList(),
                difference == null ? null : Difference.of(difference));
    }
}
