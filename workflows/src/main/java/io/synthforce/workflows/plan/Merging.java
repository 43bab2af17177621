package io.synthforce.workflows.plan;

import io.synthforce.workflows.plan.Plan.Taken;
import io.synthforce.workflows.plan.SaidTasks.SaidTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings what seats said of their work together with what was open before; dependencies are as said, unresolved. */
final class Merging {

    /** As many as an agent is asked for. */
    private static final int MOST_TASKS = 5;

    /** A year of one person's work: what takes longer is no task. */
    private static final double MOST_HOURS = 2000;

    private final int turn;
    private final List<Task> before;
    private final Map<String, Task> tasks = new TreeMap<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, List<String>> wanted = new LinkedHashMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final Set<String> givenUp = new LinkedHashSet<>();
    private final List<Dropped> dropped = new ArrayList<>();

    Merging(Plan plan, int turn) {
        this.turn = turn;
        this.before = plan.tasks();
        plan.open().forEach(task -> tasks.put(task.id(), task));
        plan.taken().forEach(count -> taken.put(count.seat(), count.tasks()));
    }

    void hear(SaidTasks said) {
        int heard = 0;
        for (SaidTask task : said.all()) {
            Optional<String> fault = ++heard > MOST_TASKS
                    ? Optional.of("more than " + MOST_TASKS + " tasks in one turn")
                    : fault(said.seat(), task);
            if (fault.isPresent()) {
                dropped.add(new Dropped(said.seat(), called(task), null, fault.get()));
            } else {
                keep(said.seat(), task);
            }
        }
    }

    private Optional<String> fault(String seat, SaidTask said) {
        Task known = known(seat, said);
        String id = label(said.id());
        if (tasks.containsKey(id) && !tasks.get(id).seat().equals(seat)) {
            return Optional.of("it is a task of another seat");
        }
        if (known == null && knew(id)) {
            return Optional.of("it is no longer open");
        }
        if (known == null && Words.line(said.name(), Words.NAME).isEmpty()) {
            return Optional.of("it has no name");
        }
        if (known != null && known.named() == turn) {
            return Optional.of("named twice in one turn");
        }
        if (said.effortHours() > MOST_HOURS || known == null && said.effortHours() < Renewal.LEAST_HOURS) {
            return Optional.of("effort_hours is from 0.1 to 2000");
        }
        return Optional.empty();
    }

    private void keep(String seat, SaidTask said) {
        Task known = known(seat, said);
        int number = known == null ? taken.merge(seat, 1, Integer::sum) : known.number();
        String id = Task.id(seat, number);
        Functions functions = Functions.of(said);
        functions.faults().forEach((name, reason) -> dropped.add(new Dropped(seat, id, name, reason)));
        tasks.put(id, Renewal.of(id, seat, said, known, functions.counted(), turn));
        if (!label(said.id()).isEmpty()) {
            labels.put(seat + " " + label(said.id()), id);
        }
        wanted.put(id, said.dependsOn() == null ? List.of() : said.dependsOn());
    }

    /** The seat's own open task of that id, else of that name. */
    private @Nullable Task known(String seat, SaidTask said) {
        Task byId = tasks.get(label(said.id()));
        if (byId != null && byId.seat().equals(seat)) {
            return byId;
        }
        String name = Words.key(String.valueOf(said.name()));
        return tasks.values().stream()
                .filter(task ->
                        task.seat().equals(seat) && Words.key(task.name()).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String label(@Nullable String id) {
        return Words.line(id, Words.NAME);
    }

    private static String called(SaidTask said) {
        String name = Words.line(said.name(), Words.NAME);
        String id = label(said.id());
        return !name.isEmpty() ? name : id.isEmpty() ? "(unnamed)" : id;
    }

    /** What cannot be shown to an agent any more must not silently live on. */
    void giveUpSurplus() {
        taken.keySet()
                .forEach(seat -> tasks.values().stream()
                        .filter(task -> task.seat().equals(seat) && task.open())
                        .sorted(Task.MOST_URGENT)
                        .skip(Plan.MOST_OPEN)
                        .toList()
                        .forEach(this::giveUp));
    }

    private void giveUp(Task task) {
        tasks.remove(task.id());
        wanted.remove(task.id());
        givenUp.add(task.id());
        dropped.add(new Dropped(
                task.seat(),
                task.id(),
                null,
                "more than " + Plan.MOST_OPEN + " open tasks: the least urgent is given up"));
    }

    /** In the order of their ids. */
    List<Task> tasks() {
        return tasks.values().stream().sorted(Task.BY_ID).toList();
    }

    /** What the named tasks are said to depend on; the others keep what they had. */
    Map<String, List<String>> wanted() {
        return wanted;
    }

    /** The task a seat named under a label of its own making. */
    Optional<String> labelled(String seat, String label) {
        return Optional.ofNullable(labels.get(seat + " " + label)).filter(tasks::containsKey);
    }

    /** Whether it is a task that was finished in the turn before: what depends on it waits no more. */
    boolean met(String reference) {
        return before.stream()
                .anyMatch(task -> !task.open()
                        && (task.id().equals(reference)
                                || Words.key(task.name()).equals(Words.key(reference))));
    }

    boolean gaveUp(String id) {
        return givenUp.contains(id);
    }

    /** Whether a task of that id was ever there. */
    boolean knew(String reference) {
        int mark = reference.lastIndexOf('_');
        String number = reference.substring(mark + 1);
        return mark > 0
                && number.matches("[1-9][0-9]{0,7}")
                && Integer.parseInt(number) <= taken.getOrDefault(reference.substring(0, mark), 0);
    }

    List<Taken> taken() {
        return taken.entrySet().stream()
                .map(count -> new Taken(count.getKey(), count.getValue()))
                .toList();
    }

    List<Dropped> dropped() {
        return dropped;
    }
}
