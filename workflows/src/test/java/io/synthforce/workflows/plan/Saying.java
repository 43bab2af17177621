package io.synthforce.workflows.plan;

import io.synthforce.workflows.plan.SaidTasks.SaidFunction;
import io.synthforce.workflows.plan.SaidTasks.SaidTask;
import java.util.List;

/** What an agent says of a task, in short. */
public record Saying(SaidTask task) {

    public static Saying task(String name) {
        return new Saying(new SaidTask("", name, "All of it.", "planned", 8, 0, 0.8, 5, List.of(), List.of()));
    }

    public static Saying known(String id) {
        return task("").id(id).hours(0);
    }

    public Saying id(String id) {
        return new Saying(new SaidTask(
                id,
                task.name(),
                task.description(),
                task.state(),
                task.effortHours(),
                task.percentDone(),
                task.completionChance(),
                task.priority(),
                task.dependsOn(),
                task.functions()));
    }

    public Saying hours(double hours) {
        return new Saying(new SaidTask(
                task.id(),
                task.name(),
                task.description(),
                task.state(),
                hours,
                task.percentDone(),
                task.completionChance(),
                task.priority(),
                task.dependsOn(),
                task.functions()));
    }

    public Saying state(String state, double percent) {
        return new Saying(new SaidTask(
                task.id(),
                task.name(),
                task.description(),
                state,
                task.effortHours(),
                percent,
                task.completionChance(),
                task.priority(),
                task.dependsOn(),
                task.functions()));
    }

    public Saying priority(double priority) {
        return new Saying(new SaidTask(
                task.id(),
                task.name(),
                task.description(),
                task.state(),
                task.effortHours(),
                task.percentDone(),
                task.completionChance(),
                priority,
                task.dependsOn(),
                task.functions()));
    }

    public Saying after(String... references) {
        return new Saying(new SaidTask(
                task.id(),
                task.name(),
                task.description(),
                task.state(),
                task.effortHours(),
                task.percentDone(),
                task.completionChance(),
                task.priority(),
                List.of(references),
                task.functions()));
    }

    public Saying building(String name, String type, double dataElements, double files) {
        return new Saying(new SaidTask(
                task.id(),
                task.name(),
                task.description(),
                task.state(),
                task.effortHours(),
                task.percentDone(),
                task.completionChance(),
                task.priority(),
                task.dependsOn(),
                List.of(new SaidFunction(name, type, dataElements, files))));
    }

    public static SaidTasks by(String seat, Saying... sayings) {
        return new SaidTasks(seat, List.of(sayings).stream().map(Saying::task).toList(), null);
    }
}
