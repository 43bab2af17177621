package io.synthforce.activities.question;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was said in the turn so far, read back from the recorded replies. */
final class Transcript {

    private Transcript() {}

    static JsonNode tree(RecordedCall call) {
        return Json.mapper().readTree(call.reply() == null ? "{}" : call.reply());
    }

    static String textOf(RecordedCall call) {
        return Quoted.upTo(Prompts.CONTRIBUTION, tree(call).path("text").asString(""));
    }

    /** The coordinator's question behind a disagreement of its round: {@code d1} is the first it named. */
    static String question(Scene scene, Disagreement disagreement) {
        int place = Integer.parseInt(disagreement.id().substring(1)) - 1;
        return scene.said(
                        CallKey.COORDINATOR,
                        Phase.DISAGREEMENTS,
                        scene.call().key().round())
                .map(call -> tree(call)
                        .path("disagreements")
                        .path(place)
                        .path("question")
                        .asString(""))
                .map(question -> Quoted.upTo(Prompts.QUESTION, question))
                .orElse("");
    }

    /** Everything said in speaking order, each under its seat's name. */
    static String whole(Scene scene) {
        List<String> parts = new ArrayList<>();
        for (RecordedCall position : scene.positions()) {
            String seat = position.key().seat();
            parts.add("### " + scene.seat(seat).name() + "\n" + textOf(position));
            scene.spoken().stream()
                    .filter(c ->
                            c.key().phase() == Phase.REPLY && c.key().seat().equals(seat) && c.given())
                    .map(reply -> "Reply: " + textOf(reply))
                    .forEach(parts::add);
        }
        return String.join("\n\n", parts);
    }

    /** What was said as events, as far as code decides by it: positions in speaking order, then replies by round. */
    static List<SimulationEvent> said(Scene scene) {
        List<SimulationEvent> said = new ArrayList<>();
        scene.positions().forEach(call -> said.add(position(call)));
        for (int round = 1; round <= scene.plot().rounds(); round++) {
            for (String seat : scene.seatIds()) {
                scene.said(seat, Phase.REPLY, round).map(Transcript::reply).ifPresent(said::add);
            }
        }
        return said;
    }

    private static PositionTaken position(RecordedCall call) {
        JsonNode reply = tree(call);
        return new PositionTaken(
                call.key().seat(),
                Answer.ok(String.valueOf(call.contentHash())),
                Speech.held(reply),
                Speech.percent(reply),
                Speech.chosen(reply),
                0,
                List.of());
    }

    private static ReplyGiven reply(RecordedCall call) {
        JsonNode reply = tree(call);
        return new ReplyGiven(
                call.key().seat(),
                call.key().round(),
                "",
                Answer.ok(String.valueOf(call.contentHash())),
                Speech.held(reply),
                Speech.percent(reply),
                Speech.chosen(reply),
                List.of(),
                false);
    }

    /** Content hashes of all that was said, in order of speaking. */
    static List<String> hashes(Scene scene) {
        List<String> hashes = new ArrayList<>();
        for (RecordedCall position : scene.positions()) {
            hashes.add(String.valueOf(position.contentHash()));
            scene.spoken().stream()
                    .filter(c -> c.key().phase() == Phase.REPLY
                            && c.key().seat().equals(position.key().seat())
                            && c.given())
                    .map(reply -> String.valueOf(reply.contentHash()))
                    .forEach(hashes::add);
        }
        return hashes;
    }
}
