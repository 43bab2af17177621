package io.synthforce.store.quota;

import io.synthforce.workflows.turn.CallClass;
import java.util.UUID;

/**
 * A call that wants to be made.
 *
 * @param attempt the request it will be; its reservation is known by it, however often it is asked for
 * @param call what stays the same when the call is asked for again, and keeps its place
 * @param owner between whom places are shared fairly
 * @param tokens its worst case: estimated prompt and completion limit
 */
public record Demand(UUID attempt, String call, CallClass why, String owner, long tokens) {

    public Demand {
        if (tokens < 1 || owner.isEmpty()) {
            throw new IllegalArgumentException("a demand has an owner and takes at least one token");
        }
    }
}
