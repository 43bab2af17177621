package io.synthforce.workflows.plan;

import io.synthforce.workflows.estimation.Characteristics;
import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a seat said of its work in a turn, as its reply has it. Any member may be missing and any number absurd: what
 * cannot be used is dropped with a reason, never the whole reply.
 *
 * @param characteristics ratings by name, where the seat was asked for them
 */
public record SaidTasks(
        String seat,
        @Nullable List<SaidTask> tasks,
        @Nullable Map<String, Double> characteristics) {

    /** The members of a reply that speak of work. */
    private record Reply(
            @Nullable List<SaidTask> tasks, @Nullable Map<String, Double> characteristics) {}

    /**
     * A task as it was said.
     *
     * @param id of a task of the seat that is open, blank for new work
     * @param dependsOn ids, or names of tasks
     */
    public record SaidTask(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            @Nullable String state,
            double effortHours,
            double percentDone,
            double completionChance,
            double priority,
            @Nullable List<String> dependsOn,
            @Nullable List<SaidFunction> functions) {}

    /** A function as it was said. */
    public record SaidFunction(
            @Nullable String name, @Nullable String type, double dataElements, double files) {}

    /** @param reply the JSON of a recorded position */
    public static SaidTasks of(String seat, String reply) {
        Reply said = Json.read(reply, Reply.class);
        return new SaidTasks(seat, said.tasks(), said.characteristics());
    }

    List<SaidTask> all() {
        return tasks == null ? List.of() : tasks;
    }

    /** In IFPUG's order; a rating that was left out is none. */
    List<Integer> ratings() {
        Map<String, Double> rated = characteristics;
        return rated == null
                ? List.of()
                : Characteristics.NAMES.stream()
                        .map(rated::get)
                        .filter(rating -> rating != null)
                        .map(Double::intValue)
                        .toList();
    }
}
