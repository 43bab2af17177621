package io.synthforce.workflows.experiment;

import io.synthforce.workflows.experiment.ExperimentActivities.Standing;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Dealings;
import io.synthforce.workflows.simulation.ExperimentRun;
import io.synthforce.workflows.simulation.SimulationRun;
import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;

/**
 * Keeps a few branches playing until all are at their horizon, or stops those that play and waits until they have.
 * Branches tell it when they close; as a bell may be lost, it looks by itself, too.
 */
public final class ExperimentWorkflowImpl implements ExperimentWorkflow {

    /** As many branches play at a time. */
    static final int WINDOW = 4;

    private static final Duration LOOK_AFTER = Duration.ofSeconds(30);
    private static final String JUDGED_WHEN_CANCELLED = "judged when cancelled";
    private static final Logger LOG = Workflow.getLogger(ExperimentWorkflowImpl.class);

    private final ExperimentActivities store =
            Workflow.newLocalActivityStub(ExperimentActivities.class, Dealings.OPTIONS);
    private final UUID experiment;
    private final List<UUID> begun = new ArrayList<>();
    private final Court court;
    private final List<UUID> stopped = new ArrayList<>();
    private Standing standing = Standing.GONE;
    private boolean look;
    private boolean inCourt;

    @WorkflowInit
    public ExperimentWorkflowImpl(ExperimentRun run) {
        this.experiment = run.experiment();
        this.court = new Court(experiment, this::look);
    }

    /** Whatever leaves this method would leave the request for it without an answer. */
    @Override
    public void run(ExperimentRun run) {
        lookAgainLater();
        try {
            play(run);
        } catch (TemporalFailure defect) {
            if (!isCancelled()) {
                LOG.error("Experiment {} cannot go on", experiment, defect);
                store.fail(experiment).forEach(this::stop);
            }
        }
    }

    private void play(ExperimentRun run) {
        standing = store.look(experiment);
        while (standing.known() && goesOn()) {
            if (standing.cancelled()) {
                standing.playing().forEach(this::stop);
            } else {
                begin();
                inCourt |= !standing.unjudged().isEmpty();
            }
            if (isJudged()) {
                court.hear(standing.unjudged());
            }
            Workflow.await(() -> look || mayRenew() || isCancelled());
            if (isCancelled()) {
                return;
            }
            if (mayRenew()) {
                Workflow.continueAsNew(run);
            }
            look = false;
            standing = store.look(experiment);
            show();
        }
        if (standing.known()) {
            store.conclude(experiment);
        }
    }

    @Override
    public void look() {
        look = true;
    }

    @Override
    public ExperimentView state() {
        return new ExperimentView(experiment, standing.waiting().size(), standing.playing(), standing.ended());
    }

    private boolean goesOn() {
        boolean begins = !standing.cancelled() && !standing.waiting().isEmpty();
        return begins || !standing.playing().isEmpty() || isJudged() && !court.isDone(standing.unjudged());
    }

    /** Whoever cancels while runs are being judged has had enough of just that. */
    private boolean isJudged() {
        return !standing.cancelled()
                || !inCourt
                        && !standing.unjudged().isEmpty()
                        && Workflow.getVersion(JUDGED_WHEN_CANCELLED, Workflow.DEFAULT_VERSION, 1) == 1;
    }

    /** Fills the window in the order of the plan. */
    private void begin() {
        int free = Math.max(0, WINDOW - standing.playing().size());
        standing.playing().forEach(this::play);
        standing.waiting().stream().limit(free).forEach(this::play);
    }

    /** Starting one that plays already does nothing. */
    private void play(UUID branch) {
        if (!begun.contains(branch)) {
            if (store.begin(experiment, branch)) {
                start(branch);
            } else {
                look = true;
            }
            begun.add(branch);
        }
    }

    /** Goes on when the branch is known to the server, and does not wait for its end. */
    private static void start(UUID branch) {
        SimulationWorkflow child = Workflow.newChildWorkflowStub(
                SimulationWorkflow.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(SimulationRun.workflowId(branch))
                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .build());
        Async.procedure(child::run, SimulationRun.of(branch));
        try {
            Workflow.getWorkflowExecution(child).get();
        } catch (ChildWorkflowFailure running) {
            LOG.info("Branch {} plays already", branch);
        }
    }

    private void stop(UUID branch) {
        if (!stopped.contains(branch)) {
            Bell bell = store.stop(experiment, branch);
            if (bell != null) {
                ring(branch, bell);
            }
            stopped.add(branch);
        }
    }

    private static void ring(UUID branch, Bell bell) {
        try {
            Workflow.newExternalWorkflowStub(SimulationWorkflow.class, SimulationRun.workflowId(branch))
                    .ring(bell);
        } catch (TemporalFailure closed) {
            LOG.info("Branch {} has closed before it was stopped", branch);
        }
    }

    private void lookAgainLater() {
        Workflow.newTimer(LOOK_AFTER).thenApply(_ -> {
            look = true;
            lookAgainLater();
            return true;
        });
    }

    private void show() {
        Workflow.setCurrentDetails("%s: %d of %d branches ended"
                .formatted(
                        standing.label(),
                        standing.ended(),
                        standing.ended()
                                + standing.playing().size()
                                + standing.waiting().size()));
    }

    private boolean mayRenew() {
        return court.isIdle() && Workflow.getInfo().isContinueAsNewSuggested();
    }

    private static boolean isCancelled() {
        return CancellationScope.current().isCancelRequested();
    }
}
