package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Chance;
import io.synthforce.embedded.groq.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a seat says of its work: open tasks move on, now and then new ones come, some of which build something. */
final class TaskScript {

    private static final int MOST = 5;
    private static final int BUSY = 5;
    private static final Pattern OPEN =
            Pattern.compile("(.*) \\((\\w+), (\\d+) % of ([\\d.]+) h done, priority (\\d+).*");

    private final Scene scene;
    private final Chance chance;
    private final ArrayNode tasks = Json.object().withArray("tasks");
    private final List<String> references = new ArrayList<>();

    private TaskScript(Scene scene) {
        this.scene = scene;
        this.chance = scene.chance();
    }

    static ArrayNode draft(Scene scene) {
        var script = new TaskScript(scene);
        var open = scene.prompt().openTasks();
        open.forEach(script::goOn);
        var fresh = open.size() < BUSY ? scene.chance().below(3, "tasks") : 0;
        for (var i = 0; i < fresh && script.tasks.size() < MOST; i++) {
            script.begin(i, open);
        }
        return script.tasks;
    }

    private void goOn(Item open) {
        var said = OPEN.matcher(open.text());
        var waits = open.text().contains(", after ");
        if (!said.matches() || waits || tasks.size() == MOST || chance.unit("works on " + open.id()) < 0.2) {
            references.add(open.id());
            return;
        }
        var done = Integer.parseInt(said.group(3));
        var further = done + 20 + chance.below(60, "further with " + open.id());
        var stuck = chance.unit("stuck with " + open.id()) < 0.1;
        var state = stuck ? "blocked" : further >= 100 ? "done" : "in_progress";
        tasks.addObject()
                .put("id", open.id())
                .put("name", said.group(1))
                .put("description", "")
                .put("state", state)
                .put("effort_hours", Double.parseDouble(said.group(4)))
                .put("percent_done", stuck ? done : Math.min(further, 100))
                .put("completion_chance", likely(open.id()))
                .put("priority", Integer.parseInt(said.group(5)));
        complete(tasks.get(tasks.size() - 1).asObject(), open.id(), List.of(), 0);
        if (!state.equals("done")) {
            references.add(open.id());
        }
    }

    private void begin(int number, List<Item> open) {
        var described = described(open);
        if (described.length < 2) {
            return;
        }
        var draw = "new " + number;
        var task = tasks.addObject()
                .put("id", "")
                .put("name", described[0])
                .put("description", described[1])
                .put("state", "planned")
                .put("effort_hours", 4 * (1 + chance.below(20, "effort of " + draw)))
                .put("percent_done", 0)
                .put("completion_chance", likely(draw))
                .put("priority", 1 + chance.below(10, "priority of " + draw));
        var dependsOn = new ArrayList<String>();
        if (!references.isEmpty() && chance.unit(draw + " follows") < 0.7) {
            dependsOn.add(references.getLast());
        }
        var others = scene.prompt().othersTasks();
        if (!others.isEmpty() && chance.unit(draw + " waits") < 0.4) {
            dependsOn.add(chance.pick(others, draw + " waits for").id());
        }
        complete(task, draw, dependsOn, chance.below(3, "functions of " + draw));
        references.add(described[0]);
    }

    /** Something it has not on its list already. */
    private String[] described(List<Item> open) {
        for (var tries = 0; tries < 4; tries++) {
            var described = scene.say("task").split(" \\| ", 2);
            if (open.stream().noneMatch(item -> item.text().startsWith(described[0] + " ("))) {
                return described;
            }
        }
        return new String[0];
    }

    private void complete(ObjectNode task, String draw, List<String> dependsOn, int builds) {
        dependsOn.forEach(task.putArray("depends_on")::add);
        var functions = task.putArray("functions");
        for (var i = 0; i < builds; i++) {
            var described = scene.say("function").split(" \\| ", 2);
            if (described.length == 2) {
                functions
                        .addObject()
                        .put("name", described[1])
                        .put("type", described[0])
                        .put("data_elements", 2 + chance.below(28, "data elements of " + draw + i))
                        .put("files", 1 + chance.below(4, "files of " + draw + i));
            }
        }
    }

    private double likely(String draw) {
        return Math.round((0.55 + 0.4 * chance.unit("done " + draw)) * 100) / 100.0;
    }

    /** Every characteristic the schema asks for. */
    static ObjectNode ratings(Scene scene) {
        var ratings = Json.object();
        scene.schema()
                .at("/properties/characteristics/properties")
                .propertyNames()
                .forEach(name -> ratings.put(name, scene.chance().below(6, "rating of " + name)));
        return ratings;
    }
}
