package io.synthforce.workflows.contribution;

import io.synthforce.workflows.plan.Task;
import io.synthforce.workflows.plan.TaskState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent contributed to a turn. Scores are shares from 0 to 1 with two decimals; a share of nothing does not
 * count, and a score without any share is 0.
 *
 * @param productivityScore what came of what it set out to do: (accepted actions + done tasks + half the tasks in
 *     progress) / (its actions that were decided on + all its tasks)
 * @param collaborationScore mean of: the share of the other speakers it addressed or was addressed by, and the share of
 *     the replies it was asked for that it gave
 * @param qualityScore mean of how far what it handed in could be used as it was: 1 / (1 + answers that could not be
 *     used), the share of its actions it had the authority for, the share of the tasks it named of which nothing had to
 *     be dropped
 * @param engagementLevel mean of: the share of the issues it took a side on, and whether it proposed something (1 or 0),
 *     named a task, addressed somebody
 * @param tasksCompleted tasks finished in the turn
 * @param responseTimeMs measured for the request that brought its position
 */
public record AgentMetrics(
        BigDecimal productivityScore,
        BigDecimal collaborationScore,
        BigDecimal qualityScore,
        BigDecimal engagementLevel,
        int tasksCompleted,
        int tasksInProgress,
        int tasksBlocked,
        @Nullable Integer responseTimeMs) {

    static AgentMetrics of(Participation seat, List<Task> tasks, Heard heard) {
        int done = count(tasks, TaskState.DONE);
        int inProgress = count(tasks, TaskState.IN_PROGRESS);
        return new AgentMetrics(
                mean(share(
                        seat.accepted() + done + inProgress / 2.0, seat.accepted() + seat.rejected() + tasks.size())),
                mean(share(seat.colleagues(), seat.others()), share(seat.repliesGiven(), seat.repliesAsked())),
                mean(
                        share(1, 1.0 + heard.resamples()),
                        share(
                                seat.accepted() + seat.rejected() - seat.withoutAuthority(),
                                seat.accepted() + seat.rejected()),
                        share(seat.soundTasks(), seat.namedTasks())),
                mean(
                        share(seat.sides(), seat.issues()),
                        yesOrNo(seat.proposals() > 0),
                        yesOrNo(seat.namedTasks() > 0),
                        yesOrNo(seat.addressed() > 0)),
                done,
                inProgress,
                count(tasks, TaskState.BLOCKED),
                heard.responseMillis());
    }

    private static int count(List<Task> tasks, TaskState state) {
        return (int) tasks.stream().filter(task -> task.state() == state).count();
    }

    private static OptionalDouble share(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    private static OptionalDouble yesOrNo(boolean yes) {
        return OptionalDouble.of(yes ? 1 : 0);
    }

    private static BigDecimal mean(OptionalDouble... shares) {
        double mean = Stream.of(shares)
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(0);
        return BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP);
    }
}
