package io.synthforce.workflows.interview;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** One interview, durable: the question lies in the store, and so will the answer. */
@WorkflowInterface
public interface InterviewWorkflow {

    /** The workflow's type. */
    String TYPE = "Interview";

    @WorkflowMethod(name = TYPE)
    void run(UUID interview);

    static String workflowId(UUID interview) {
        return "interview/" + interview;
    }
}
