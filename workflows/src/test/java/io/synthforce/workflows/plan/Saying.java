package io.synthforce.workflows.plan;

import io.synthforce.workflows.plan.SaidTasks.SaidFunction;
import io.synthforce.workflows.plan.SaidTasks.SaidTask;
import java.util.List;
import java.util.stream.Stream;

/** What an agent says of a task, in short. */
public final class Saying {

    private final String name;
    private String id = "";
    private String state = "planned";
    private double hours = 8;
    private double percent;
    private double priority = 5;
    private List<String> dependsOn = List.of();
    private List<SaidFunction> functions = List.of();

    private Saying(String name) {
        this.name = name;
    }

    public static Saying task(String name) {
        return new Saying(name);
    }

    public static Saying known(String id) {
        return task("").id(id).hours(0);
    }

    public Saying id(String known) {
        this.id = known;
        return this;
    }

    public Saying hours(double effort) {
        this.hours = effort;
        return this;
    }

    public Saying state(String now, double percentDone) {
        this.state = now;
        this.percent = percentDone;
        return this;
    }

    public Saying priority(double weight) {
        this.priority = weight;
        return this;
    }

    public Saying after(String... references) {
        this.dependsOn = List.of(references);
        return this;
    }

    public Saying building(String function, String type, double dataElements, double files) {
        this.functions = List.of(new SaidFunction(function, type, dataElements, files));
        return this;
    }

    public SaidTask task() {
        return new SaidTask(id, name, "All of it.", state, hours, percent, 0.8, priority, dependsOn, functions);
    }

    public static SaidTasks by(String seat, Saying... sayings) {
        return new SaidTasks(seat, Stream.of(sayings).map(Saying::task).toList(), null);
    }
}
