package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import tools.jackson.databind.JsonNode;

/** The analyst's reading of a turn: what carries the argument, what is missing, what could go wrong. */
final class AnalysisScript {

    private static final int SHORTEST = 55;
    private static final int LONGEST = 120;

    private AnalysisScript() {}

    static JsonNode draft(Scene scene) {
        var issues = scene.prompt().issues();
        var issue = issues.isEmpty() ? Issue.unexplained("what we do next") : issues.getFirst();
        Room.on(issue, scene.prompt().voices()).tell(scene);
        var text = new Speech(scene, LONGEST)
                .say("analysis")
                .say("view")
                .say("analysis")
                .sayUntil(SHORTEST, "analysis");
        var draft = Json.object().put("text", text.toString());
        var risks = draft.putArray("risks");
        for (var i = 0; i <= 1 + scene.chance().below(2, "risks"); i++) {
            risks.add(scene.say("risk"));
        }
        return draft.put("confidence", Temper.of(scene.prompt()).confidence(0, scene.chance()));
    }
}
