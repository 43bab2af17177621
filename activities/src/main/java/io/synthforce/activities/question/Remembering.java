package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.memory.Recalled;
import io.synthforce.workflows.memory.Learned;
import io.synthforce.workflows.memory.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How agents are shown what they remember and asked for what they will. Both stay as short in turn 500: what is shown has a
 * budget, and who has enough open commitments is not asked for further ones.
 */
final class Remembering {

    private static final String FACTS = """
        - facts: at most %d things you learned that will matter in later turns, a sentence each, with their importance, 0
          to 1, and until_turn, the last turn they hold for, 0 for good; may be empty.\
        """.formatted(Learned.MOST_FACTS);

    private static final String COMMITMENTS = """
        - commitments: at most %s you now undertake to do yourself, a sentence each, with until_turn, the turn they
          are due by, 0 if that is open; may be empty.\
        """;

    private static final String SETTLED = """
        - settled: those of your open commitments, by their id, that are kept or that you drop; may be empty.\
        """;

    private static final String REFLECTIONS = """
        - reflections: much has happened since you last looked back. One to %d conclusions from what you remember, a
          sentence each, with their importance, 0 to 1, and sources: the ids of the memories each rests on.\
        """.formatted(Learned.MOST_REFLECTIONS);

    private static final Map.Entry<String, JsonNode> TEXT = entry("text", Shape.text());
    private static final Map.Entry<String, JsonNode> IMPORTANCE = entry("importance", Shape.number());
    private static final Map.Entry<String, JsonNode> UNTIL_TURN = entry("until_turn", Shape.integer());

    private Remembering() {}

    static Sections add(Sections material, Scene scene) {
        Recalled recalled = scene.recalled();
        return material.lines("What you remember", lines(scene, recalled.remembered()))
                .lines("Your open commitments", lines(scene, recalled.commitments()))
                .lines("Also to look back on", lines(scene, recalled.toReflectOn()));
    }

    static String asked(Scene scene) {
        List<String> asked = new ArrayList<>();
        if (remembers(scene)) {
            asked.add(FACTS);
            if (mayCommit(scene)) {
                asked.add(COMMITMENTS.formatted(room(scene) == 1 ? "one thing" : Learned.MOST_COMMITMENTS + " things"));
            }
            if (hasCommitments(scene)) {
                asked.add(SETTLED);
            }
            if (scene.recalled().reflectionDue()) {
                asked.add(REFLECTIONS);
            }
        }
        return asked.isEmpty() ? "" : "\n" + String.join("\n", asked);
    }

    static List<Map.Entry<String, JsonNode>> members(Scene scene) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
        if (remembers(scene)) {
            members.add(entry("facts", Shape.list(Shape.object(TEXT, IMPORTANCE, UNTIL_TURN))));
            if (mayCommit(scene)) {
                members.add(entry("commitments", Shape.list(Shape.object(TEXT, UNTIL_TURN))));
            }
            if (hasCommitments(scene)) {
                members.add(entry(
                        "settled",
                        Shape.list(Shape.object(
                                entry("id", Shape.text()), entry("outcome", Shape.oneOf(Outcome.words()))))));
            }
            if (scene.recalled().reflectionDue()) {
                members.add(entry(
                        "reflections",
                        Shape.list(Shape.object(TEXT, IMPORTANCE, entry("sources", Shape.list(Shape.text()))))));
            }
        }
        return members;
    }

    private static boolean remembers(Scene scene) {
        return scene.scenario().settings().enableMemory();
    }

    private static boolean mayCommit(Scene scene) {
        return room(scene) > 0;
    }

    private static int room(Scene scene) {
        return MemoryEdits.MOST_OPEN - scene.recalled().commitments().size();
    }

    private static boolean hasCommitments(Scene scene) {
        return !scene.recalled().commitments().isEmpty();
    }

    private static List<String> lines(Scene scene, List<Memory> memories) {
        return memories.stream().map(memory -> memory.line(scene.claims())).toList();
    }
}
