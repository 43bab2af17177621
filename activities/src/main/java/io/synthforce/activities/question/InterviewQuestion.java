package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.store.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A question to one agent beside the simulation, after a turn. What it means is only whether it was answered. */
public final class InterviewQuestion extends Question<Boolean> {

    private static final String ASKED = """
            You are interviewed after this turn, by someone outside the company; nobody else will hear it and nothing follows
            from it. Answer the input from the user as this person, by what you know and remember up to now.
            - text: 40 to 150 words; say so where you do not know.
            - confidence: how sure you are, 0 to 1.
            - sources: the ids of the memories your answer rests on; may be empty.""";

    @Override
    Sections material(Scene scene) {
        return Briefing.situation(scene, scene.seat().role());
    }

    @Override
    String asked(Scene scene) {
        return ASKED;
    }

    @Override
    public ReplyFormat format(Scene scene) {
        List<String> shown = shown(scene);
        return new ReplyFormat(
                "interview",
                Shape.object(
                        entry("text", Shape.text()),
                        entry("confidence", Shape.number()),
                        entry("sources", Shape.list(shown.isEmpty() ? Shape.text() : Shape.oneOf(shown)))));
    }

    @Override
    public List<String> faults(JsonNode reply, Scene scene) {
        List<String> faults = new ArrayList<>(Speech.faults(reply));
        List<String> shown = shown(scene);
        reply.path("sources").forEach(source -> {
            if (!shown.contains(source.asString())) {
                faults.add("no memory has the id " + source.asString());
            }
        });
        return faults;
    }

    @Override
    public Boolean event(JsonNode reply, String contentHash, Scene scene) {
        return true;
    }

    @Override
    public Boolean degraded(String reason, Scene scene) {
        return false;
    }

    private static List<String> shown(Scene scene) {
        return scene.recalled().shown().stream().map(Memory::key).distinct().toList();
    }
}
