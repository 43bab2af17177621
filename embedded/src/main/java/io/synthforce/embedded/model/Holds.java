package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Requests that are received and left waiting until everything held is released together. */
final class Holds {

    private final List<Hold> holds = new ArrayList<>();
    private CountDownLatch gate = new CountDownLatch(1);

    synchronized void add(Match match, int times) {
        holds.add(new Hold(match, times));
    }

    synchronized void release() {
        holds.clear();
        gate.countDown();
        gate = new CountDownLatch(1);
    }

    /** Returns at once, or when a held request is released. */
    void pass(ChatRequest request) throws InterruptedException {
        var closed = gateFor(request);
        if (closed != null) {
            closed.await();
        }
    }

    private synchronized @Nullable CountDownLatch gateFor(ChatRequest request) {
        for (var i = 0; i < holds.size(); i++) {
            var hold = holds.get(i);
            if (hold.match().fits(request)) {
                if (hold.times() > 1) {
                    holds.set(i, new Hold(hold.match(), hold.times() - 1));
                } else {
                    holds.remove(i);
                }
                return gate;
            }
        }
        return null;
    }

    private record Hold(Match match, int times) {}
}
