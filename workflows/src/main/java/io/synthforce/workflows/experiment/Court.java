package io.synthforce.workflows.experiment;

import io.synthforce.workflows.judging.JudgeActivities;
import io.synthforce.workflows.judging.Matter;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Has the runs of an experiment judged, a few matters at a time and each of them once. What could not be judged is left: a
 * ruling that is missing is seen by whoever reads the numbers.
 */
final class Court {

    /** As many are heard at a time. */
    private static final int WINDOW = 8;

    private final UUID experiment;
    private final Runnable idle;
    private final Set<Matter> known = new LinkedHashSet<>();
    private final Deque<Matter> waiting = new ArrayDeque<>();
    private int open;

    /** @param idle told when nothing is heard any more */
    Court(UUID experiment, Runnable idle) {
        this.experiment = experiment;
        this.idle = idle;
    }

    void hear(List<Matter> matters) {
        matters.stream().filter(known::add).forEach(waiting::add);
        while (open < WINDOW && hasNext()) {
            hear(waiting.remove());
        }
    }

    boolean isDone(List<Matter> matters) {
        return open == 0 && waiting.isEmpty() && known.containsAll(matters);
    }

    boolean isIdle() {
        return open == 0;
    }

    /** A run that is to end soon takes up nothing new. */
    private boolean hasNext() {
        return !waiting.isEmpty() && !Workflow.getInfo().isContinueAsNewSuggested();
    }

    private void hear(Matter matter) {
        open++;
        Async.procedure(judge(matter)::judge, experiment, matter).handle((_, _) -> {
            open--;
            if (hasNext()) {
                hear(waiting.remove());
            } else if (open == 0) {
                idle.run();
            }
            return true;
        });
    }

    /** As for the calls of a turn: attempts have no limit, because waiting for the provider costs attempts too. */
    private static JudgeActivities judge(Matter matter) {
        return Workflow.newActivityStub(
                JudgeActivities.class,
                ActivityOptions.newBuilder()
                        .setSummary("judge · run %d · proposition %d · %s"
                                .formatted(
                                        matter.position(),
                                        matter.proposition() + 1,
                                        matter.asking().name().toLowerCase(Locale.ROOT)))
                        .setStartToCloseTimeout(Duration.ofSeconds(3 * 120 + 15))
                        .setHeartbeatTimeout(Duration.ofSeconds(15))
                        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofMillis(100))
                                .setMaximumInterval(Duration.ofSeconds(10))
                                .build())
                        .build());
    }
}
