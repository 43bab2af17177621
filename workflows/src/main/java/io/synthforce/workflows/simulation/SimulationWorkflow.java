package io.synthforce.workflows.simulation;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One simulation, durable: it waits for bells, takes the requests they announce and plays turns. A run that is gone is
 * revived from the store by the next bell, so nothing depends on its history.
 */
@WorkflowInterface
public interface SimulationWorkflow {

    String TASK_QUEUE = "synthforce";

    @WorkflowMethod(name = "Simulation")
    void run(SimulationRun run);

    @SignalMethod(name = "ring")
    void ring(Bell bell);

    /** Lets the run end once nothing waits; the simulation goes on with the next bell. */
    @SignalMethod(name = "rest")
    void rest();

    @QueryMethod(name = "state")
    SimulationView state();
}
