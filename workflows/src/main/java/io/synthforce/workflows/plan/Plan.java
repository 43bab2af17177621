package io.synthforce.workflows.plan;

import io.synthforce.workflows.estimation.Characteristics;
import io.synthforce.workflows.estimation.CountedFunction;
import io.synthforce.workflows.estimation.Estimation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The work that is open after a turn, with what was finished in it. Its size depends on the cast, never on how many
 * turns were played: a seat has at most {@value #MOST_OPEN} open tasks, and finished ones leave with the next turn.
 *
 * @param tasks in the order of their ids
 * @param taken how many tasks each seat has ever taken on, so that no id is given twice
 * @param ratings of the product's characteristics as they were last given, empty when they never were
 * @param dropped what was said in the turn and could not be kept
 */
public record Plan(List<Task> tasks, List<Taken> taken, List<Integer> ratings, List<Dropped> dropped) {

    public static final int MOST_OPEN = 8;

    public static final Plan NONE = new Plan(List.of(), List.of(), List.of(), List.of());

    /** How many tasks a seat has taken on so far. */
    public record Taken(String seat, int tasks) {}

    public Plan {
        tasks = List.copyOf(tasks);
        taken = List.copyOf(taken);
        ratings = List.copyOf(ratings);
        dropped = List.copyOf(dropped);
    }

    /** The plan after a turn. The order of the seats does not matter; of one seat what it named first counts first. */
    public Plan after(int turn, List<SaidTasks> said) {
        Merging merging = new Merging(this, turn);
        said.forEach(merging::hear);
        merging.giveUpSurplus();
        List<Dropped> all = new ArrayList<>(merging.dropped());
        Dependencies dependencies = new Dependencies(merging);
        List<Task> linked = dependencies.linked();
        all.addAll(dependencies.dropped());
        all.sort(Comparator.comparing(Dropped::seat));
        return new Plan(linked, merging.taken(), rated(said), all);
    }

    private List<Integer> rated(List<SaidTasks> said) {
        return said.stream()
                .sorted(Comparator.comparing(SaidTasks::seat))
                .map(SaidTasks::ratings)
                .filter(Characteristics::areRatings)
                .findFirst()
                .orElse(ratings);
    }

    public List<Task> open() {
        return tasks.stream().filter(Task::open).toList();
    }

    public List<Task> of(String seat) {
        return tasks.stream().filter(task -> task.seat().equals(seat)).toList();
    }

    /** The size of all work in the plan. */
    public Estimation estimation() {
        List<CountedFunction> functions =
                tasks.stream().flatMap(task -> task.functions().stream()).toList();
        return Estimation.of(functions, ratings);
    }
}
