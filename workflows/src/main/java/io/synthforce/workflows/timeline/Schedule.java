package io.synthforce.workflows.timeline;

import io.synthforce.workflows.plan.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who works on what when: one person one task at a time, nobody waits while there is something to do. A priority list
 * is scheduled step by step (parallel schedule generation, Kolisch 1996): of the tasks that may begin, the one that can
 * begin first; of these what is under way before what is planned before what is blocked, then the more urgent, then by
 * id. A good schedule, not a proven shortest one.
 *
 * <p>Slack is measured against this schedule: a task is held by its dependencies and by the task its person does next.
 */
final class Schedule {

    private static final Comparator<Task> LIST = Comparator.comparingInt(Schedule::rank)
            .thenComparing(Comparator.comparingInt(Task::priority).reversed())
            .thenComparing(Task.BY_ID);

    /** By id, in the order in which they begin. */
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    private Schedule() {}

    /** @param open tasks whose dependencies have no cycles; those on tasks that are not among them are met */
    static List<Slot> of(List<Task> open) {
        Schedule schedule = new Schedule();
        schedule.place(open.stream().sorted(LIST).toList());
        return schedule.withSlack();
    }

    private static int rank(Task task) {
        return switch (task.state()) {
            case IN_PROGRESS -> 0;
            case PLANNED -> 1;
            case BLOCKED -> 2;
            case DONE -> throw new IllegalArgumentException("Task " + task.id() + " is done");
        };
    }

    private void place(List<Task> list) {
        List<Task> left = new ArrayList<>(list);
        Map<String, Long> free = new TreeMap<>();
        while (!left.isEmpty()) {
            Task next = left.stream()
                    .filter(task ->
                            left.stream().noneMatch(other -> task.dependsOn().contains(other.id())))
                    .min(Comparator.comparingLong(task -> earliest(task, free)))
                    .orElseThrow(() -> new IllegalArgumentException("The dependencies have a cycle"));
            long start = earliest(next, free);
            long end = start + WorkingHours.tenths(next.remainingHours());
            slots.put(next.id(), new Slot(next, start, end, 0));
            free.put(next.seat(), end);
            left.remove(next);
        }
    }

    private long earliest(Task task, Map<String, Long> free) {
        return task.dependsOn().stream()
                .map(slots::get)
                .filter(slot -> slot != null)
                .mapToLong(Slot::end)
                .reduce(free.getOrDefault(task.seat(), 0L), Math::max);
    }

    /** From the last to begin backwards: what follows a task is known before it. */
    private List<Slot> withSlack() {
        long end = slots.values().stream().mapToLong(Slot::end).max().orElse(0);
        Map<String, Long> latestStart = new TreeMap<>();
        List<Slot> all = new ArrayList<>(slots.values());
        Map<String, String> nextOfPerson = new TreeMap<>();
        List<Slot> done = new ArrayList<>();
        for (Slot slot : all.reversed()) {
            long latestEnd = all.stream()
                    .filter(other ->
                            other.task().dependsOn().contains(slot.task().id())
                                    || other.task()
                                            .id()
                                            .equals(nextOfPerson.get(slot.task().seat())))
                    .mapToLong(other -> latestStart.getOrDefault(other.task().id(), end))
                    .reduce(end, Math::min);
            latestStart.put(slot.task().id(), latestEnd - (slot.end() - slot.start()));
            nextOfPerson.put(slot.task().seat(), slot.task().id());
            done.add(new Slot(slot.task(), slot.start(), slot.end(), latestEnd - slot.end()));
        }
        return done.reversed();
    }
}
