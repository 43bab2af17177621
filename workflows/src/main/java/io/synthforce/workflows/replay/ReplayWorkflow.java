package io.synthforce.workflows.replay;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One replay: wherever a worker is, it is carried out there and its report handed back. */
@WorkflowInterface
public interface ReplayWorkflow {

    @WorkflowMethod(name = "Replay")
    ReplayReport run(ReplayRun run);
}
