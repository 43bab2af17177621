package io.synthforce.workflows.brief;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.UUID;

/** The writing of one brief, durable: what it is written of lies in the store, and so will the prose. */
@WorkflowInterface
public interface BriefWorkflow {

    /** The workflow's type. */
    String TYPE = "Brief";

    @WorkflowMethod(name = TYPE)
    void run(UUID brief);

    static String workflowId(UUID brief) {
        return "brief/" + brief;
    }
}
