package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.workflows.estimation.Characteristics;
import io.synthforce.workflows.estimation.FunctionType;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.plan.Task;
import io.synthforce.workflows.plan.TaskState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How agents are shown the work that is open and asked for what they say of it. Both stay as short in turn 500. */
final class Work {

    private static final int MOST_SHOWN = 8;

    private static final String ASKED = """
        - tasks: at most five. Those of your open tasks on which something changes, under their id, and new work under
          an empty id. state; effort_hours: all of it; percent_done: 0 to 100; completion_chance: 0 to 1;
          priority: 1 to 10; depends_on: ids of open tasks of anyone, or names of tasks you name here.
          functions: what it builds or changes of the product, sized by IFPUG: type; data_elements: DET;
          files: FTR, or RET for an ILF or EIF. None where nothing is built, or where you gave them before.\
        """;

    private static final String RATED = """
        - characteristics: IFPUG's general system characteristics of the product, each from 0 to 5.\
        """;

    /** Who rates the product: once is enough, and this role knows it. */
    private static final String RATER = "engineering_lead";

    private Work() {}

    static Sections add(Sections material, Scene scene) {
        String seat = scene.seat().id();
        return material.lines(
                        "Your open tasks", open(scene, task -> task.seat().equals(seat), task -> own(scene, task)))
                .lines(
                        "Open tasks of others",
                        open(scene, task -> !task.seat().equals(seat), task -> ofAnother(scene, task)));
    }

    static String asked(Scene scene) {
        return rates(scene) ? ASKED + "\n" + RATED : ASKED;
    }

    static List<Map.Entry<String, JsonNode>> members(Scene scene) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
        members.add(entry("tasks", Shape.list(task())));
        if (rates(scene)) {
            members.add(entry(
                    "characteristics",
                    Shape.object(Characteristics.NAMES.stream()
                            .map(name -> entry(name, Shape.integer()))
                            .toList())));
        }
        return members;
    }

    private static boolean rates(Scene scene) {
        return scene.seat().role().equals(RATER);
    }

    private static JsonNode task() {
        return Shape.object(
                entry("id", Shape.text()),
                entry("name", Shape.text()),
                entry("description", Shape.text()),
                entry("state", Shape.oneOf(TaskState.words())),
                entry("effort_hours", Shape.number()),
                entry("percent_done", Shape.number()),
                entry("completion_chance", Shape.number()),
                entry("priority", Shape.integer()),
                entry("depends_on", Shape.list(Shape.text())),
                entry("functions", Shape.list(function())));
    }

    private static JsonNode function() {
        List<String> types =
                Arrays.stream(FunctionType.values()).map(FunctionType::name).toList();
        return Shape.object(
                entry("name", Shape.text()),
                entry("type", Shape.oneOf(types)),
                entry("data_elements", Shape.integer()),
                entry("files", Shape.integer()));
    }

    private static List<String> open(Scene scene, Predicate<Task> whose, Function<Task, String> shown) {
        return scene.plan().open().stream()
                .filter(whose)
                .sorted(Task.MOST_URGENT)
                .limit(MOST_SHOWN)
                .map(shown)
                .toList();
    }

    private static String own(Scene scene, Task task) {
        String waitsFor = scene.plan().open().stream()
                .map(Task::id)
                .filter(task.dependsOn()::contains)
                .collect(Collectors.joining(" "));
        return "%s: %s (%s, %d %% of %s h done, priority %d%s)"
                .formatted(
                        task.id(),
                        name(scene, task),
                        task.state().word(),
                        task.percentDone(),
                        task.effortHours().stripTrailingZeros().toPlainString(),
                        task.priority(),
                        waitsFor.isEmpty() ? "" : ", after " + waitsFor);
    }

    private static String ofAnother(Scene scene, Task task) {
        return task.id() + ": " + name(scene, task);
    }

    private static String name(Scene scene, Task task) {
        return scene.claims().verified(task.name(), Moment.inDiscussion(scene.turn()));
    }
}
