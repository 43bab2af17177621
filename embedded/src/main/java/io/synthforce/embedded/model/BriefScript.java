package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A brief that repeats its sources, each cited. As models do, it also cites a source there is none of and puts a thought of
 * its own behind one there is, so that it can be seen what becomes of such sentences.
 */
final class BriefScript {

    private static final List<String> DATA = List.of("answer", "holds", "split", "dissent");

    private BriefScript() {}

    static JsonNode draft(Scene scene) {
        var sources = CitedSource.in(scene.prompt());
        var data = sources.stream().filter(CitedSource::isData).toList();
        var said = sources.stream().filter(source -> !source.isData()).toList();
        var draft = Json.object();
        for (var i = 0; i < DATA.size(); i++) {
            cite(draft, DATA.get(i), data.stream().skip(i).limit(1));
        }
        cite(draft, "risks", said.stream().limit(1));
        add(draft.withArray("holds"), "Everybody will be better off.", "D999");
        said.stream().limit(1).forEach(source -> add(draft.withArray("questions"), scene.say("generic"), source.id()));
        cite(draft, "limit", data.reversed().stream().limit(1));
        return draft;
    }

    private static void cite(ObjectNode draft, String section, Stream<CitedSource> sources) {
        sources.forEach(source -> add(draft.withArray(section), source.firstSentence(), source.id()));
    }

    private static void add(ArrayNode sentences, String text, String source) {
        sentences.addObject().put("text", text).putArray("sources").add(source);
    }
}
