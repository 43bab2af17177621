package io.synthforce.workflows.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A day on which something is reached: two tasks or more end on it, or an urgent one (priority 8 or more), or the last.
 *
 * @param date when the last of its tasks ends
 * @param tasks their ids
 */
public record Milestone(String name, Instant date, List<String> tasks) {

    private static final int URGENT = 8;

    public Milestone {
        tasks = List.copyOf(tasks);
    }

    static List<Milestone> of(List<Slot> slots, WorkingHours hours) {
        Map<LocalDate, List<Slot>> ends = new TreeMap<>();
        slots.stream()
                .sorted(Comparator.comparingLong(Slot::end))
                .forEach(slot -> ends.computeIfAbsent(day(slot, hours), _ -> new ArrayList<>())
                        .add(slot));
        long last = slots.stream().mapToLong(Slot::end).max().orElse(0);
        return ends.values().stream()
                .filter(ending -> ending.size() > 1
                        || ending.getFirst().task().priority() >= URGENT
                        || ending.getLast().end() == last)
                .map(ending -> of(ending, last, hours))
                .toList();
    }

    private static Milestone of(List<Slot> ending, long last, WorkingHours hours) {
        String name = ending.getLast().end() == last
                ? "All planned work done"
                : ending.size() == 1 ? ending.getFirst().task().name() + " done" : ending.size() + " tasks done";
        return new Milestone(
                name,
                hours.end(ending.getLast().end()),
                ending.stream().map(slot -> slot.task().id()).toList());
    }

    private static LocalDate day(Slot slot, WorkingHours hours) {
        return hours.end(slot.end()).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
