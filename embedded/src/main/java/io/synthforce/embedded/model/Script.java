package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Json;
import tools.jackson.databind.JsonNode;

/** What the scripted model writes: by the name of the schema where it knows it, by the schema alone where not. */
public final class Script {

    private static final int LONGEST = 120;

    private Script() {}

    public static String content(ChatRequest request) {
        var scene = new Scene(request);
        return switch (request.formatType()) {
            case "json_schema" ->
                Json.write(new SchemaFit(request.schema(), scene.chance(), path -> sentence(scene))
                        .fit(draft(String.valueOf(request.schemaName()), scene)));
            case "json_object" -> Json.write(Json.object().put("text", prose(scene)));
            default -> prose(scene);
        };
    }

    private static JsonNode draft(String schema, Scene scene) {
        return switch (schema) {
            case "position" -> PositionScript.draft(scene);
            case "reply" -> ReplyScript.draft(scene);
            case "disagreements" -> DisagreementsScript.draft(scene);
            case "minutes" -> MinutesScript.draft(scene);
            case "analysis" -> AnalysisScript.draft(scene);
            case "interview" -> InterviewScript.draft(scene);
            case "ruling" -> JudgeScript.draft(scene);
            case "brief" -> BriefScript.draft(scene);
            case "entailment" -> EntailmentScript.draft(scene);
            case "direct" -> DirectScript.draft(scene);
            default -> Json.object();
        };
    }

    private static String sentence(Scene scene) {
        var sentence = scene.say("generic");
        return sentence.isEmpty() ? "Nothing to add." : sentence;
    }

    private static String prose(Scene scene) {
        return new Speech(scene, LONGEST)
                .say("view")
                .say("input")
                .say("evidence")
                .say("condition.torn")
                .say("generic")
                .toString();
    }
}
