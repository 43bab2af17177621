package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An agent's private first view, before it knows what anyone else thinks this turn. */
public final class PositionQuestion extends Question<PositionTaken> {

    private static final String ASKED = """
            Take your own position for this turn, before hearing the others.
            - text: what you think and want, 60 to 150 words; deal with the user's input if there is any.
            - stances: for every issue from -2 (wholly for the second option) to 2 (wholly for the first).
            - confidence: how sure you are, 0 to 1.
            - actions: at most three from the catalogue that should be taken now, with the reason; may be empty.
            - proposals: what you propose outside the catalogue, in a few words each; it is recorded without effect.
            - directed_to: the seats you address.
            %s
            - importance: how much this should be remembered, 0 to 1.%s""";

    @Override
    Sections material(Scene scene) {
        return Work.add(Briefing.situation(scene, scene.seat().role()), scene);
    }

    @Override
    String asked(Scene scene) {
        return ASKED.formatted(Work.asked(scene), Remembering.asked(scene));
    }

    @Override
    public ReplyFormat format(Scene scene) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(List.of(
                entry("text", Shape.text()),
                entry("stances", Speech.stances(scene)),
                entry("confidence", Shape.number()),
                entry("actions", Speech.actions(scene)),
                entry("proposals", Shape.list(Shape.text())),
                entry("directed_to", Speech.directedTo(scene)),
                entry("importance", Shape.number())));
        members.addAll(Remembering.members(scene));
        members.addAll(Work.members(scene));
        return new ReplyFormat("position", Shape.object(members));
    }

    @Override
    public List<String> faults(JsonNode reply, Scene scene) {
        return Speech.faultsOfAStand(reply, scene);
    }

    @Override
    public PositionTaken event(JsonNode reply, String contentHash, Scene scene) {
        return new PositionTaken(
                scene.seat().id(),
                Answer.ok(contentHash),
                Speech.held(reply),
                Speech.percent(reply),
                Speech.chosen(reply),
                reply.path("proposals").size(),
                Speech.addressed(reply, scene));
    }

    @Override
    public PositionTaken degraded(String reason, Scene scene) {
        return PositionTaken.degraded(scene.seat().id(), reason);
    }
}
