package io.synthforce.workflows.experiment;

import io.synthforce.workflows.simulation.ExperimentRun;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One what-if, durable: plays the branches of its plan a few at a time, each a simulation's workflow of its own, and
 * answers the request when the last one is at its horizon. A run that is gone begins again from the store.
 */
@WorkflowInterface
public interface ExperimentWorkflow {

    @WorkflowMethod(name = ExperimentRun.WORKFLOW)
    void run(ExperimentRun run);

    /** A branch has closed, or the experiment was cancelled: time to look. */
    @SignalMethod(name = ExperimentRun.LOOK)
    void look();

    @QueryMethod(name = "state")
    ExperimentView state();
}
