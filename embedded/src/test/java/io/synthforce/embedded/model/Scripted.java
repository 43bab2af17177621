package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the script answers, without HTTP in between. */
final class Scripted {

    private Scripted() {}

    static JsonNode answer(byte[] request) {
        return Schemas.tree(content(request));
    }

    static String content(byte[] request) {
        return Script.content(ChatRequest.read(request));
    }

    static String text(byte[] request) {
        return answer(request).get("text").stringValue();
    }

    static int words(String text) {
        return text.split("\\s+").length;
    }

    /** Every seat's position, under its name. */
    static Map<String, String> positions(Prompts prompts) {
        var positions = new LinkedHashMap<String, String>();
        Prompts.SEATS.forEach(seat -> positions.put(seat, text(prompts.position(seat))));
        return positions;
    }

    /** Every seat's position as the coordinator sees it: under a letter, with its stances. */
    static Map<String, String> unnamed(Prompts prompts) {
        var unnamed = new LinkedHashMap<String, String>();
        for (var seat : Prompts.SEATS) {
            var position = answer(prompts.position(seat));
            var label = String.valueOf((char) ('A' + unnamed.size()));
            unnamed.put(label, position.get("text").stringValue() + "\nStances: " + position.get("stances"));
        }
        return unnamed;
    }
}
