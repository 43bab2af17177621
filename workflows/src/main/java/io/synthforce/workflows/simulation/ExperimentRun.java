package io.synthforce.workflows.simulation;

import java.util.UUID;

/** Input of one run of an experiment's workflow; everything else it reads from the store. */
public record ExperimentRun(UUID experiment) {

    /** The workflow's type. It is known here by name only, because it knows simulations. */
    public static final String WORKFLOW = "Experiment";

    /** The signal that tells it to look at its branches. */
    public static final String LOOK = "look";

    public static String workflowId(UUID experiment) {
        return "experiment/" + experiment;
    }
}
