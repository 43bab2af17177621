package io.synthforce.store.quota;

import java.time.Duration;

/** Whether a call may be made now. */
public sealed interface Admission {

    /** It may; what it will use at most is reserved and has to be settled. */
    record Granted() implements Admission {}

    /**
     * It may be asked for again after a time; whoever does not come then loses the place.
     *
     * @param place in the queue of its pool, from 1
     */
    record Ticket(Duration after, int place) implements Admission {}
}
