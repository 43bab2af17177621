package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The coordinator's reading of unnamed positions: the sharpest disagreement and the two or three who must answer. */
final class DisagreementsScript {

    private DisagreementsScript() {}

    static JsonNode draft(Scene scene) {
        var draft = Json.object();
        var disagreements = draft.putArray("disagreements");
        var labels = labels(scene);
        var issues = scene.issues("disagreements");
        if (labels.size() < 2 || issues.isEmpty()) {
            return draft;
        }
        var room = sharpest(scene, issues, voices(scene, labels));
        var sides = sides(scene, room, labels);
        var between = between(scene, room, sides);
        room.tell(scene);
        scene.let("label1", sides.getFirst());
        scene.let("label2", sides.getLast());
        var disagreement = disagreements.addObject().put("issue", room.issue().id());
        disagreement.put("question", scene.say("disagreement.question"));
        between.forEach(disagreement.putArray("between")::add);
        between.forEach(disagreement.putArray("must_answer")::add);
        return draft;
    }

    private static List<String> labels(Scene scene) {
        var allowed = scene.names("/properties/disagreements/items/properties/must_answer/items/enum");
        return allowed.isEmpty()
                ? scene.prompt().voices().stream().map(Item::id).toList()
                : allowed;
    }

    private static List<Item> voices(Scene scene, List<String> labels) {
        var said = new LinkedHashMap<String, String>();
        scene.prompt().voices().forEach(voice -> said.putIfAbsent(voice.id(), voice.text()));
        return labels.stream()
                .map(label -> new Item(label, said.getOrDefault(label, "")))
                .toList();
    }

    private static Room sharpest(Scene scene, List<Issue> issues, List<Item> voices) {
        var rooms = scene.chance().shuffled(issues, "issues").stream()
                .map(issue -> Room.on(issue, voices))
                .toList();
        return rooms.stream().filter(Room::splits).findFirst().orElse(rooms.getFirst());
    }

    private static List<String> sides(Scene scene, Room room, List<String> labels) {
        var chance = scene.chance();
        return room.splits()
                ? List.of(
                        chance.pick(room.forIt(), "one side").id(),
                        chance.pick(room.againstIt(), "other side").id())
                : chance.shuffled(labels, "sides").subList(0, 2);
    }

    /** The two sides, more often than not with a third who took one of them. */
    private static List<String> between(Scene scene, Room room, List<String> sides) {
        var between = new ArrayList<>(sides);
        if (scene.chance().unit("a third stands in it") < 0.65) {
            var taken = Stream.concat(room.forIt().stream(), room.againstIt().stream())
                    .map(Item::id)
                    .toList();
            scene.chance().shuffled(taken, "third").stream()
                    .filter(label -> !sides.contains(label))
                    .findFirst()
                    .ifPresent(between::add);
        }
        return between;
    }
}
