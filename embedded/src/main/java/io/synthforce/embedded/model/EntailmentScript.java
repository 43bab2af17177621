package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds a sentence entailed when one of the sources it cites has it word by word. */
final class EntailmentScript {

    private static final Pattern LINE = Pattern.compile("(?m)^- (\\d+) \\[([^\\]]*)]: (.+)$");

    private EntailmentScript() {}

    static JsonNode draft(Scene scene) {
        var sources = CitedSource.in(scene.prompt());
        var draft = Json.object();
        var verdicts = draft.putArray("verdicts");
        var listed = scene.prompt().section("Sentences to check");
        LINE.matcher(listed == null ? "" : listed).results().forEach(line -> {
            var cited = Arrays.asList(line.group(2).split(", "));
            var entailed = sources.stream()
                    .filter(source -> cited.contains(source.id()))
                    .anyMatch(source -> source.text().contains(line.group(3)));
            verdicts.addObject()
                    .put("sentence", Integer.parseInt(line.group(1)))
                    .put("entailed", entailed);
        });
        return draft;
    }
}
