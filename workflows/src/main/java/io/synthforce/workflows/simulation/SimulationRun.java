package io.synthforce.workflows.simulation;

import java.util.List;
import java.util.UUID;

/**
 * Input of one run of a simulation's workflow.
 *
 * @param inbox bells the previous run had not answered, in order of arrival; empty for a first or revived run
 */
public record SimulationRun(UUID simulation, List<Bell> inbox) {

    public SimulationRun {
        inbox = List.copyOf(inbox);
    }

    /** A run that reads everything from the store. */
    public static SimulationRun of(UUID simulation) {
        return new SimulationRun(simulation, List.of());
    }

    public static String workflowId(UUID simulation) {
        return "simulation/" + simulation;
    }
}
