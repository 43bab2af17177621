package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scripted faults still to come, oldest first. */
final class Faults {

    private final List<Remaining> remaining = new ArrayList<>();

    synchronized void add(Fault fault) {
        remaining.add(new Remaining(fault, fault.times()));
    }

    synchronized void clear() {
        remaining.clear();
    }

    /** The fault this request gets, used up by one. */
    synchronized @Nullable Fault take(ChatRequest request) {
        for (var i = 0; i < remaining.size(); i++) {
            var next = remaining.get(i);
            if (next.fault().match().fits(request)) {
                if (next.times() > 1) {
                    remaining.set(i, new Remaining(next.fault(), next.times() - 1));
                } else {
                    remaining.remove(i);
                }
                return next.fault();
            }
        }
        return null;
    }

    private record Remaining(Fault fault, int times) {}
}
