package io.synthforce.activities.question;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An agent's answer to the opposing argument; it sees the argument, not how many hold it. */
public final class ReplyQuestion extends Question<ReplyGiven> {

    private static final String ASKED = """
            You took the position above. Answer the opposing argument: meet its strongest point, then say where you stand now.
            - text: 40 to 120 words.
            - stances (for every issue), confidence, actions: as you hold them now; they replace those of your position.
            - directed_to: the seats you answer.
            - conceded: whether the argument moved you.""";

    @Override
    Sections material(Scene scene) {
        Disagreement disagreement = disagreement(scene);
        List<String> opposing = opposing(scene).stream().map(Transcript::textOf).toList();
        return Briefing.situation(scene, scene.seat().role())
                .add("Your position", own(scene).map(Transcript::textOf).orElse(""))
                .add("The disagreement", "%s: %s".formatted(disagreement.issue(), question(scene)))
                .add("The opposing argument", String.join("\n\n", opposing));
    }

    @Override
    String asked(Scene scene) {
        return ASKED;
    }

    @Override
    public ReplyFormat format(Scene scene) {
        return new ReplyFormat(
                "reply",
                Shape.object(
                        entry("text", Shape.text()),
                        entry("stances", Speech.stances(scene)),
                        entry("confidence", Shape.number()),
                        entry("actions", Speech.actions(scene)),
                        entry("directed_to", Speech.directedTo(scene)),
                        entry("conceded", Shape.yesOrNo())));
    }

    @Override
    public List<String> faults(JsonNode reply, Scene scene) {
        return Speech.faultsOfAStand(reply, scene);
    }

    @Override
    public ReplyGiven event(JsonNode reply, String contentHash, Scene scene) {
        return new ReplyGiven(
                scene.seat().id(),
                scene.call().key().round(),
                disagreement(scene).id(),
                Answer.ok(contentHash),
                Speech.held(reply),
                Speech.percent(reply),
                Speech.chosen(reply),
                Speech.addressed(reply, scene),
                reply.path("conceded").asBoolean());
    }

    @Override
    public ReplyGiven degraded(String reason, Scene scene) {
        return ReplyGiven.degraded(
                scene.seat().id(),
                scene.call().key().round(),
                disagreement(scene).id(),
                reason);
    }

    @Override
    List<String> heard(Scene scene) {
        List<String> heard = new ArrayList<>(List.of(disagreement(scene).toString()));
        own(scene).map(RecordedCall::contentHash).ifPresent(heard::add);
        opposing(scene).stream()
                .map(RecordedCall::contentHash)
                .filter(Objects::nonNull)
                .forEach(heard::add);
        return heard;
    }

    private static Disagreement disagreement(Scene scene) {
        return requireNonNull(scene.call().disagreement(), "a reply answers a disagreement");
    }

    private static java.util.Optional<RecordedCall> own(Scene scene) {
        return scene.lastWord(scene.seat().id(), scene.call().key().round());
    }

    private static List<RecordedCall> opposing(Scene scene) {
        return disagreement(scene).opposing(scene.seat().id()).stream()
                .flatMap(seat -> scene.lastWord(seat, scene.call().key().round()).stream())
                .toList();
    }

    private static String question(Scene scene) {
        return Transcript.question(scene, disagreement(scene));
    }
}
