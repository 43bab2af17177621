package io.synthforce.workflows.simulation;

import io.synthforce.workflows.simulation.SimulationActivities.Labels;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Workflow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Starts the experiments a simulation is asked for, and tells an experiment when its branch closes. */
final class WhatIfs {

    private static final Logger LOG = Workflow.getLogger(WhatIfs.class);

    private WhatIfs() {}

    /** Goes on when the experiment is known to the server. It outlives this run and answers its request itself. */
    static void start(SimulationActivities store, UUID simulation, Bell bell) {
        UUID experiment = store.experiment(simulation, bell.request());
        if (experiment == null) {
            return;
        }
        ChildWorkflowStub child = Workflow.newUntypedChildWorkflowStub(
                ExperimentRun.WORKFLOW,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(ExperimentRun.workflowId(experiment))
                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .build());
        child.executeAsync(Void.class, new ExperimentRun(experiment));
        try {
            child.getExecution().get();
        } catch (ChildWorkflowFailure running) {
            LOG.info("Experiment {} goes on already", experiment);
        }
    }

    /** A bell that is lost does no harm: the experiment looks by itself, too. */
    static void tellOf(@Nullable Labels branch) {
        if (branch == null || branch.experiment() == null) {
            return;
        }
        try {
            Workflow.newUntypedExternalWorkflowStub(ExperimentRun.workflowId(UUID.fromString(branch.experiment())))
                    .signal(ExperimentRun.LOOK);
        } catch (TemporalFailure over) {
            LOG.info("Experiment {} is over", branch.experiment());
        }
    }
}
