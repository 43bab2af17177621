package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A guess at what every option of a memo will do, by chance. */
final class DirectScript {

    private static final Pattern OPTION = Pattern.compile("(?m)^- (\\d+)\\. ");
    private static final int LARGEST = 50;

    private DirectScript() {}

    static JsonNode draft(Scene scene) {
        var memo = scene.prompt().section("The what-if");
        var draft = Json.object();
        var options = draft.putArray("options");
        OPTION.matcher(memo == null ? "" : memo).results().forEach(option -> {
            var direction = scene.chance().pick(List.of("up", "down", "same"), "direction" + option.group(1));
            var size = direction.equals("same") ? 0 : 1 + scene.chance().below(LARGEST, "size" + option.group(1));
            options.addObject()
                    .put("option", Integer.parseInt(option.group(1)))
                    .put("direction", direction)
                    .put("size", size);
        });
        return draft.put("recommendation", scene.chance().below(options.size() + 1, "recommended"))
                .put("reason", scene.say("generic"));
    }
}
