package io.synthforce.activities.question;

import io.synthforce.workflows.turn.CallKey;

/** A recorded reply answered other inputs than those it is read for; it must not be taken for an answer to these. */
public final class AnsweredOtherInputs extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AnsweredOtherInputs(CallKey key) {
        super("The reply recorded under " + key + " answered other inputs");
    }
}
