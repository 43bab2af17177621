package io.synthforce.workflows.brief;

import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The calls of a brief, made by nobody. */
final class FakeBriefs implements BriefActivities {

    private final List<String> made = new ArrayList<>();
    private int times;
    private boolean hopeless;

    synchronized void asksDirectly(int often) {
        times = often;
    }

    synchronized void cannotCheck() {
        hopeless = true;
    }

    synchronized List<String> made() {
        return List.copyOf(made);
    }

    @Override
    public synchronized int write(UUID brief) {
        made.add("write");
        return times;
    }

    @Override
    public synchronized void check(UUID brief) {
        made.add("check");
        if (hopeless) {
            throw ApplicationFailure.newNonRetryableFailure("a defect", "defect");
        }
    }

    @Override
    public synchronized void askDirectly(UUID brief, int time) {
        made.add("ask " + time);
    }

    @Override
    public synchronized void conclude(UUID brief) {
        made.add("conclude");
    }
}
