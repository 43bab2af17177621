package io.synthforce.activities.call;

import io.synthforce.activities.question.InterviewQuestion;
import io.synthforce.store.interview.Interview;
import io.synthforce.store.interview.Interview.State;
import io.synthforce.store.interview.Interviews;
import io.synthforce.workflows.interview.InterviewActivities;
import java.util.UUID;

/** Asks an agent beside its simulation, by the same ways as in it: one recorded reply, every attempt booked. */
final class InterviewActivitiesImpl implements InterviewActivities {

    private final Interviews interviews;
    private final InterviewScenes scenes;
    private final ModelCaller caller;

    InterviewActivitiesImpl(Interviews interviews, InterviewScenes scenes, ModelCaller caller) {
        this.interviews = interviews;
        this.scenes = scenes;
        this.caller = caller;
    }

    @Override
    public void ask(UUID id) {
        interviews.find(id).filter(interview -> interview.state() == State.OPEN).ifPresent(this::ask);
    }

    private void ask(Interview interview) {
        try {
            boolean answered = caller.ask(scenes.of(interview), new InterviewQuestion());
            interviews.end(
                    interview,
                    answered ? State.DONE : State.FAILED,
                    answered ? null : "The agent gave no usable answer.");
        } catch (NotCovered notCovered) {
            interviews.end(interview, State.FAILED, notCovered.told());
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException defect) {
            interviews.end(interview, State.FAILED, "The question could not be asked.");
            throw Faults.defect(defect);
        }
    }
}
