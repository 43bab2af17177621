package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.timeline.Milestone;
import io.synthforce.workflows.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the open work can be done, from the turn's simulated date on: Monday to Friday, eight hours a day and person, one
 * task at a time.
 *
 * @param totalDurationDays working days, the first and the last counted
 * @param tasks in the order in which they begin; their durations are of what is left
 * @param criticalPath the tasks without slack, in the same order
 * @param slackDays by task, in working days
 */
@Schema(name = "ProjectTimeline")
record TimelineAnswer(
        Instant projectStartDate,
        Instant projectEndDate,
        int totalDurationDays,
        List<ScheduledTask> tasks,
        List<String> criticalPath,
        Map<String, BigDecimal> slackDays,
        List<MilestoneAnswer> milestones) {

    /** A task on the calendar. */
    @Schema(name = "ScheduledTask")
    record ScheduledTask(
            String taskId,
            String taskName,
            Instant startDate,
            Instant endDate,
            BigDecimal durationDays,
            String assignedAgent,
            @Schema(example = "planned") String status,
            List<String> dependencies,
            BigDecimal effortHours,
            int completionPercentage) {

        private static ScheduledTask of(Timeline.ScheduledTask task) {
            return new ScheduledTask(
                    task.taskId(),
                    Markdown.plain(task.taskName()),
                    task.startDate(),
                    task.endDate(),
                    task.durationDays(),
                    task.assignedAgent(),
                    task.status(),
                    task.dependencies(),
                    task.effortHours(),
                    task.completionPercentage());
        }
    }

    /** A day on which something is reached; clients know its date with an offset. */
    @Schema(name = "Milestone")
    record MilestoneAnswer(
            String name, @Schema(format = "date-time") String date, List<String> tasks) {

        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

        private static MilestoneAnswer of(Milestone milestone) {
            return new MilestoneAnswer(
                    milestone.name(), DATE.format(milestone.date().atOffset(ZoneOffset.UTC)), milestone.tasks());
        }
    }

    static @Nullable TimelineAnswer of(@Nullable Timeline timeline) {
        return timeline == null
                ? null
                : new TimelineAnswer(
                        timeline.projectStartDate(),
                        timeline.projectEndDate(),
                        timeline.totalDurationDays(),
                        timeline.tasks().stream().map(ScheduledTask::of).toList(),
                        timeline.criticalPath(),
                        timeline.slackDays(),
                        timeline.milestones().stream().map(MilestoneAnswer::of).toList());
    }
}
