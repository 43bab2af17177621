package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import tools.jackson.databind.JsonNode;

/** What an agent says when it is asked beside the simulation: to the question, by what it remembers. */
final class InterviewScript {

    private static final int SHORTEST = 45;
    private static final int LONGEST = 110;
    private static final int MOST_SOURCES = 2;

    private InterviewScript() {}

    static JsonNode draft(Scene scene) {
        var issues = scene.prompt().issues();
        var issue = issues.isEmpty() ? Issue.unexplained("what we do next") : issues.getFirst();
        var temper = Temper.of(scene.prompt());
        scene.about(issue, 0);
        var text = new Speech(scene, LONGEST)
                .say("input")
                .say("view")
                .say("evidence")
                .say("condition.torn")
                .sayUntil(SHORTEST, "view");
        var draft = Json.object().put("text", text.toString()).put("confidence", temper.confidence(0, scene.chance()));
        var sources = draft.putArray("sources");
        scene.chance().shuffled(scene.prompt().memories(), "rests on").stream()
                .limit(MOST_SOURCES)
                .forEach(memory -> sources.add(memory.id()));
        return draft;
    }
}
