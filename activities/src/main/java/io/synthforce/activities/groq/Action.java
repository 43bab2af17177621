package io.synthforce.activities.groq;

/** What a refusal asks of the caller. */
public enum Action {
    /** A limit: come back at the time that was named. It is no fault of anyone's. */
    WAIT,
    /** The tier is full: ask in the usual one at once, or come back after a jittered while. It is no fault of anyone's. */
    CHANGE_TIER,
    /** Come back after a growing, jittered while. */
    RETRY,
    /** Use what was written if it can be used; else ask once more. */
    RESAMPLE,
    /** Make the request smaller and send it once more, at once. */
    SHRINK,
    /** Ask for the answer's form with less rigour, at once. */
    LOOSEN,
    /** Ask another model where that is allowed. */
    FALL_BACK,
    /** Ask the model with the key of another organisation, at once. */
    OTHER_ORGANISATION,
    /** Never use this key again; use another, at once. */
    NEXT_KEY,
    /** Ask nothing more for this organisation and tell a person; another one's key may be used, at once. */
    STOP,
    /** Give this call up. */
    FAIL
}
