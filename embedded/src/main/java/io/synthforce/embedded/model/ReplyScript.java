package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import tools.jackson.databind.JsonNode;

/** A seat's answer to an opposing argument: it gives way by one step, or says why not. */
final class ReplyScript {

    private static final int SHORTEST = 40;
    private static final int LONGEST = 110;

    private ReplyScript() {}

    static JsonNode draft(Scene scene) {
        var temper = Temper.of(scene.prompt());
        var concedes = temper.concedes(scene.chance());
        var stances = Stances.of(scene, temper, concedes ? 1 : 0);
        var subject = stances.subject(scene.prompt().section("The disagreement"));
        var side = Stances.side(stances.on(subject));
        scene.about(subject, stances.on(subject));
        var addressed = Choices.addressed(scene);
        scene.letColleague(addressed);
        var text = new Speech(scene, LONGEST)
                .say(concedes ? "reply.concede" : "reply.hold")
                .say("view")
                .say("evidence")
                .say("condition." + side)
                .sayUntil(SHORTEST, "view");
        var draft = Json.object();
        draft.put("text", text.toString());
        draft.set("stances", stances.json());
        draft.put("confidence", stances.confidence());
        Choices.actions(scene, stances.on(subject)).stream()
                .limit(1)
                .forEach(action -> draft.withArray("actions")
                        .addObject()
                        .put("action", action)
                        .put("reason", scene.say("action.reason")));
        draft.withArray("actions");
        addressed.forEach(draft.withArray("directed_to")::add);
        draft.put("conceded", concedes);
        return draft;
    }
}
