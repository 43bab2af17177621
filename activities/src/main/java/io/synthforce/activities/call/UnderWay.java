package io.synthforce.activities.call;

import io.synthforce.workflows.turn.CallKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The calls this process is making. Whoever takes over from a lost worker can meet a retry that has just come here, and
 * fail that in its stead: then the same call comes once more while it is being made, and must not be paid for twice.
 */
final class UnderWay {

    private final Set<CallKey> calls = ConcurrentHashMap.newKeySet();

    /** @throws io.temporal.failure.ApplicationFailure to come back while the call is being made already */
    <T> T alone(CallKey key, Supplier<T> call) {
        if (!calls.add(key)) {
            throw Faults.underWay();
        }
        try {
            return call.get();
        } finally {
            calls.remove(key);
        }
    }
}
