package io.synthforce.workflows.interview;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/** Asks the agent. It may run any number of times: what was answered is answered. */
@ActivityInterface
public interface InterviewActivities {

    @ActivityMethod(name = "interview")
    void ask(UUID interview);
}
