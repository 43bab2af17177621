package io.synthforce.workflows.replay;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Plays a simulation from its records. Reads only, so it may run any number of times. */
@ActivityInterface
public interface ReplayActivities {

    /** Failure type of a replay of what is no longer there. */
    String GONE = "simulation_gone";

    @ActivityMethod(name = "replay")
    ReplayReport replay(ReplayRun run);
}
