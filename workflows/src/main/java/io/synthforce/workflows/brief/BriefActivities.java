package io.synthforce.workflows.brief;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/** The model calls of a brief. Each may run any number of times: what was answered is answered. */
@ActivityInterface
public interface BriefActivities {

    /** @return how often the model is to be asked directly; 0 when the brief is over */
    @ActivityMethod(name = "write_brief")
    int write(UUID brief);

    @ActivityMethod(name = "check_brief")
    void check(UUID brief);

    /** @param time which of these times, from 1 */
    @ActivityMethod(name = "ask_directly")
    void askDirectly(UUID brief, int time);

    /** Puts together what was answered, or says why nothing was. */
    @ActivityMethod(name = "conclude_brief")
    void conclude(UUID brief);
}
