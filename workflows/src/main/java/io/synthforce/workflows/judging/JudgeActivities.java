package io.synthforce.workflows.judging;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/** Asks the judge. It may run any number of times: what was ruled is ruled. */
@ActivityInterface
public interface JudgeActivities {

    @ActivityMethod(name = "judge")
    void judge(UUID experiment, Matter matter);
}
