package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.workflows.journal.Stance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What positions and replies have in common: text, stances, confidence, actions and whom they are directed to. */
final class Speech {

    static final int MOST_ACTIONS = 3;

    private Speech() {}

    static JsonNode stances(Scene scene) {
        return Shape.list(
                Shape.object(entry("issue", Shape.oneOf(scene.issueIds())), entry("stance", Shape.integer())));
    }

    static JsonNode actions(Scene scene) {
        return Shape.list(Shape.object(entry("action", Shape.oneOf(scene.actionIds())), entry("reason", Shape.text())));
    }

    static JsonNode directedTo(Scene scene) {
        return Shape.list(Shape.oneOf(scene.seatIds()));
    }

    static List<String> faults(JsonNode reply) {
        List<String> faults = new ArrayList<>();
        if (reply.path("text").asString().isBlank()) {
            faults.add("text is empty");
        }
        double confidence = reply.path("confidence").asDouble();
        if (confidence < 0 || confidence > 1) {
            faults.add("confidence is from 0 to 1, not " + confidence);
        }
        Set<String> issues = new HashSet<>();
        for (JsonNode stance : reply.path("stances")) {
            int value = stance.path("stance").asInt();
            if (value < -2 || value > 2) {
                faults.add("a stance is from -2 to 2, not " + value);
            }
            if (!issues.add(stance.path("issue").asString())) {
                faults.add("there are two stances on " + stance.path("issue").asString());
            }
        }
        if (chosen(reply).size() > MOST_ACTIONS) {
            faults.add("at most " + MOST_ACTIONS + " actions can be chosen");
        }
        return faults;
    }

    /** Of speech that takes a stand: who leaves an issue out would be counted as having no stance on it. */
    static List<String> faultsOfAStand(JsonNode reply, Scene scene) {
        List<String> faults = faults(reply);
        List<String> addressed = reply.path("stances")
                .valueStream()
                .map(stance -> stance.path("issue").asString())
                .toList();
        scene.issueIds().stream()
                .filter(issue -> !addressed.contains(issue))
                .forEach(issue -> faults.add("there is no stance on " + issue));
        return faults;
    }

    static List<Stance> held(JsonNode reply) {
        return reply.path("stances")
                .valueStream()
                .map(s ->
                        new Stance(s.path("issue").asString(), s.path("stance").asInt()))
                .toList();
    }

    static List<String> chosen(JsonNode reply) {
        return reply.path("actions")
                .valueStream()
                .map(a -> a.path("action").asString())
                .distinct()
                .toList();
    }

    static List<String> addressed(JsonNode reply, Scene scene) {
        return reply.path("directed_to")
                .valueStream()
                .map(JsonNode::asString)
                .filter(seat -> !seat.equals(scene.seat().id()))
                .distinct()
                .toList();
    }

    static int percent(JsonNode reply) {
        return (int) Math.round(100 * reply.path("confidence").asDouble());
    }
}
