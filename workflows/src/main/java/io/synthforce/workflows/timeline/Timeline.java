package io.synthforce.workflows.timeline;

import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.plan.Task;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is left of the open work, put on the simulated calendar from the turn's date on: Monday to Friday, eight hours a
 * day and person, one task at a time. Blocked tasks are planned as if they could go on.
 *
 * @param totalDurationDays working days from the first to the last, both counted
 * @param tasks in the order in which they begin
 * @param criticalPath the tasks without slack, in the same order; each ends where another of them begins or all ends
 * @param slackDays by task, in working days: how much later it could begin without the whole ending later
 */
public record Timeline(
        Instant projectStartDate,
        Instant projectEndDate,
        int totalDurationDays,
        List<ScheduledTask> tasks,
        List<String> criticalPath,
        Map<String, BigDecimal> slackDays,
        List<Milestone> milestones) {

    public Timeline {
        tasks = List.copyOf(tasks);
        criticalPath = List.copyOf(criticalPath);
        slackDays = new TreeMap<>(slackDays);
        milestones = List.copyOf(milestones);
    }

    /**
     * A task on the calendar.
     *
     * @param durationDays what is left of it, in working days of its person
     * @param assignedAgent the seat
     * @param effortHours all of it
     */
    public record ScheduledTask(
            String taskId,
            String taskName,
            Instant startDate,
            Instant endDate,
            BigDecimal durationDays,
            String assignedAgent,
            String status,
            List<String> dependencies,
            BigDecimal effortHours,
            int completionPercentage) {

        static ScheduledTask of(Slot slot, WorkingHours hours) {
            Task task = slot.task();
            return new ScheduledTask(
                    task.id(),
                    task.name(),
                    hours.beginning(slot.start()),
                    hours.end(slot.end()),
                    WorkingHours.days(slot.end() - slot.start()).setScale(1, RoundingMode.CEILING),
                    task.seat(),
                    task.state().word(),
                    task.dependsOn(),
                    task.effortHours(),
                    task.percentDone());
        }
    }

    /** @return empty when no task is open */
    public static Optional<Timeline> of(Plan plan, LocalDate date) {
        List<Slot> slots = Schedule.of(plan.open());
        return slots.isEmpty() ? Optional.empty() : Optional.of(of(slots, new WorkingHours(date)));
    }

    private static Timeline of(List<Slot> slots, WorkingHours hours) {
        long end = slots.stream().mapToLong(Slot::end).max().orElseThrow();
        Map<String, BigDecimal> slack = new LinkedHashMap<>();
        slots.forEach(slot -> slack.put(slot.task().id(), WorkingHours.days(slot.slack())));
        return new Timeline(
                hours.beginning(0),
                hours.end(end),
                Math.toIntExact((end - 1) / WorkingHours.TENTHS_A_DAY + 1),
                slots.stream().map(slot -> ScheduledTask.of(slot, hours)).toList(),
                slots.stream()
                        .filter(Slot::critical)
                        .map(slot -> slot.task().id())
                        .toList(),
                slack,
                Milestone.of(slots, hours));
    }

    public Optional<ScheduledTask> task(String id) {
        return tasks.stream().filter(task -> task.taskId().equals(id)).findFirst();
    }
}
