package io.synthforce.embedded.model;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.embedded.groq.Chance;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What a seat keeps of a turn: a fact now and then, a commitment, what became of those before, what it makes of it all. */
final class MemoryScript {

    private static final Pattern DUE = Pattern.compile(".*\\(due by turn (\\d{1,6})\\)$");

    private MemoryScript() {}

    static void complete(ObjectNode draft, Scene scene) {
        int turn = requireNonNullElse(scene.prompt().turn(), 1);
        facts(draft, scene, turn);
        commitments(draft, scene, turn);
        settled(draft, scene, turn);
        reflections(draft, scene);
    }

    /** What the user said is kept for good, what happened, too; the rest is forgotten after a while. */
    private static void facts(ObjectNode draft, Scene scene, int turn) {
        var facts = draft.putArray("facts");
        var chance = scene.chance();
        if (chance.unit("learns") < 0.6) {
            for (var kind : new String[] {"fact.told", "fact.event", "fact.term"}) {
                var said = scene.say(kind);
                if (!said.isEmpty() && facts.isEmpty()) {
                    facts.addObject()
                            .put("text", said)
                            .put("importance", weight(chance, kind))
                            .put("until_turn", kind.equals("fact.term") ? turn + 10 : 0);
                }
            }
        }
    }

    private static void commitments(ObjectNode draft, Scene scene, int turn) {
        var commitments = draft.putArray("commitments");
        var chance = scene.chance();
        if (chance.unit("undertakes") < 0.3) {
            var said = scene.say("commitment");
            if (!said.isEmpty()) {
                commitments.addObject().put("text", said).put("until_turn", turn + 2 + chance.below(4, "due"));
            }
        }
    }

    private static void settled(ObjectNode draft, Scene scene, int turn) {
        var settled = draft.putArray("settled");
        var chance = scene.chance();
        for (var open : scene.prompt().commitments()) {
            var due = DUE.matcher(open.text());
            var isDue = due.matches() && Integer.parseInt(due.group(1)) <= turn;
            if (isDue || chance.unit("settles " + open.id()) < 0.2) {
                var kept = chance.unit("keeps " + open.id()) < 0.75;
                settled.addObject().put("id", open.id()).put("outcome", kept ? "kept" : "dropped");
            }
        }
    }

    private static void reflections(ObjectNode draft, Scene scene) {
        var reflections = draft.putArray("reflections");
        var memories = scene.chance().shuffled(scene.prompt().memories(), "looks back on");
        var said = scene.say("reflection");
        if (!memories.isEmpty() && !said.isEmpty()) {
            var reflection = reflections.addObject().put("text", said).put("importance", weight(scene.chance(), said));
            memories.stream()
                    .limit(3)
                    .forEach(memory -> reflection.withArray("sources").add(memory.id()));
        }
    }

    private static double weight(Chance chance, String draw) {
        return Math.round((0.4 + 0.5 * chance.unit("weight of " + draw)) * 100) / 100.0;
    }
}
