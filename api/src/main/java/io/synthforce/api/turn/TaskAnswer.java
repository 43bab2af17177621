package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.estimation.CountedFunction;
import io.synthforce.workflows.plan.Task;
import io.synthforce.workflows.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work an agent named in the turn. Chance, effort and priority are its own estimates.
 *
 * @param taskName at most 50 characters
 * @param estimatedEffortHours all of it
 * @param dependencies ids of tasks of anyone
 * @param functionPoints null when it builds nothing that was counted
 * @param schedule null when it is done
 * @param taskId kept over turns for as long as the task is open
 */
@Schema(name = "Task")
record TaskAnswer(
        String taskName,
        String description,
        BigDecimal completionChance,
        BigDecimal estimatedEffortHours,
        List<String> dependencies,
        int priority,
        @Nullable Size functionPoints,
        @Nullable Schedule schedule,
        String taskId,
        @Schema(example = "in_progress") String status,
        int completionPercentage) {

    private static final int NAME_LENGTH = 50;

    /** How much of the product it builds, before any adjustment. */
    @Schema(name = "TaskSize")
    record Size(int unadjustedFp, List<String> functions) {}

    /** Where it lies in the project's timeline. */
    @Schema(name = "TaskSchedule")
    record Schedule(Instant startDate, Instant endDate, BigDecimal durationDays, BigDecimal slackDays) {}

    static TaskAnswer of(Task task, @Nullable Timeline timeline) {
        String name = Markdown.plain(task.name());
        String description = Markdown.plain(task.description());
        int length = name.codePointCount(0, name.length());
        return new TaskAnswer(
                length <= NAME_LENGTH ? name : name.substring(0, name.offsetByCodePoints(0, NAME_LENGTH)),
                description.isEmpty() ? name : description,
                task.completionChance(),
                task.effortHours(),
                task.dependsOn(),
                task.priority(),
                size(task.functions()),
                Optional.ofNullable(timeline)
                        .flatMap(whole -> schedule(whole, task.id()))
                        .orElse(null),
                task.id(),
                task.state().word(),
                task.percentDone());
    }

    private static @Nullable Size size(List<CountedFunction> functions) {
        return functions.isEmpty()
                ? null
                : new Size(
                        functions.stream().mapToInt(CountedFunction::points).sum(),
                        functions.stream().map(CountedFunction::name).toList());
    }

    private static Optional<Schedule> schedule(Timeline timeline, String id) {
        return timeline.task(id)
                .map(task -> new Schedule(
                        task.startDate(),
                        task.endDate(),
                        task.durationDays(),
                        timeline.slackDays().getOrDefault(id, BigDecimal.ZERO)));
    }
}
