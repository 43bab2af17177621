package io.synthforce.workflows.plan;

import io.synthforce.workflows.estimation.CountedFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of work a seat has taken on. Hours, chance and priority are the agent's own estimates.
 *
 * @param id {@code <seat>_<n>}, kept for as long as the task is open
 * @param effortHours all of it, in tenths of an hour
 * @param percentDone 0 to 100
 * @param completionChance 0 to 1
 * @param priority 1 to 10, the most urgent 10
 * @param dependsOn ids of tasks of anyone that must be done before, without cycles
 * @param since turn in which it was first named
 * @param named turn in which it was last named
 */
public record Task(
        String id,
        String seat,
        String name,
        String description,
        TaskState state,
        BigDecimal effortHours,
        int percentDone,
        BigDecimal completionChance,
        int priority,
        List<String> dependsOn,
        List<CountedFunction> functions,
        int since,
        int named) {

    /** By seat, then in the order in which the seat took them on. */
    public static final Comparator<Task> BY_ID =
            Comparator.comparing(Task::seat).thenComparingInt(Task::number);

    /** The most urgent first, of these the one that was named last. */
    public static final Comparator<Task> MOST_URGENT = Comparator.comparingInt(Task::priority)
            .thenComparingInt(Task::named)
            .reversed()
            .thenComparing(BY_ID);

    public Task {
        dependsOn = List.copyOf(dependsOn);
        functions = List.copyOf(functions);
    }

    static String id(String seat, int number) {
        return seat + "_" + number;
    }

    int number() {
        return Integer.parseInt(id.substring(id.lastIndexOf('_') + 1));
    }

    public boolean open() {
        return state != TaskState.DONE;
    }

    /** What is left of an open task, in tenths of an hour, rounded up; 0 when it is done. */
    public BigDecimal remainingHours() {
        return effortHours
                .multiply(BigDecimal.valueOf(100L - percentDone))
                .divide(BigDecimal.valueOf(100), 1, RoundingMode.CEILING);
    }

    Task dependingOn(List<String> ids) {
        return new Task(
                id,
                seat,
                name,
                description,
                state,
                effortHours,
                percentDone,
                completionChance,
                priority,
                ids,
                functions,
                since,
                named);
    }
}
