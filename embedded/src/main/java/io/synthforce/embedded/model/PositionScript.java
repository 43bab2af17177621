package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import tools.jackson.databind.JsonNode;

/** A seat's first view: where it stands on each issue, what it would do, and why in 60 to 150 words. */
final class PositionScript {

    private static final int SHORTEST = 60;
    private static final int LONGEST = 145;

    private PositionScript() {}

    static JsonNode draft(Scene scene) {
        var stances = Stances.of(scene, Temper.of(scene.prompt()));
        var actions = Choices.actions(scene, stances.first());
        var addressed = Choices.addressed(scene);
        scene.about(stances.firstIssue(), stances.first());
        actions.stream().findFirst().ifPresent(action -> scene.let("action", Item.spoken(action)));
        scene.letColleague(addressed);
        var draft = Json.object();
        draft.put("text", text(scene, stances.first()));
        draft.set("stances", stances.json());
        draft.put("confidence", stances.confidence());
        actions.forEach(action ->
                draft.withArray("actions").addObject().put("action", action).put("reason", scene.say("action.reason")));
        draft.withArray("proposals");
        if (scene.chance().unit("proposes") < 0.35) {
            draft.withArray("proposals").add(scene.say("proposal"));
        }
        draft.withArray("actions");
        addressed.forEach(draft.withArray("directed_to")::add);
        draft.set("tasks", TaskScript.draft(scene));
        draft.set("characteristics", TaskScript.ratings(scene));
        MemoryScript.complete(draft, scene);
        draft.put("importance", Math.round((0.35 + 0.6 * scene.chance().unit("importance")) * 100) / 100.0);
        return draft;
    }

    private static String text(Scene scene, int stance) {
        var side = Stances.side(stance);
        return new Speech(scene, LONGEST)
                .say("open." + (Math.abs(stance) == 2 ? "strong." : "") + side)
                .say("view")
                .say("input")
                .say("evidence")
                .say("condition." + side)
                .say("background")
                .say(scene.chance().unit("acts") < 0.6 ? "act" : "ask")
                .sayUntil(SHORTEST + 15, "view")
                .toString();
    }
}
