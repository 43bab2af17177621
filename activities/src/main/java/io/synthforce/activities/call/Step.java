package io.synthforce.activities.call;

import io.synthforce.store.call.RecordedCall;

/** What came of one request. */
sealed interface Step {

    record Recorded(RecordedCall reply) implements Step {}

    /** To be asked once more, at once, in the way that follows from what was tried. */
    record Again() implements Step {}

    record Hopeless(String reason) implements Step {}
}
