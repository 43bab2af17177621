package io.synthforce.workflows.experiment;

import io.synthforce.workflows.judging.JudgeActivities;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The store in memory. */
final class FakeExperiments implements ExperimentActivities, JudgeActivities {

    private enum State {
        WAITING,
        PLAYING,
        OVER
    }

    private final Map<UUID, State> states = new LinkedHashMap<>();
    private final List<UUID> begun = new ArrayList<>();
    private final List<UUID> stopped = new ArrayList<>();
    private final List<Matter> heard = new ArrayList<>();
    private final List<Matter> unjudged = new ArrayList<>();
    private @Nullable Matter hopeless;
    private boolean known = true;
    private boolean broken;
    private boolean adjourned;
    private boolean cancelled;
    private boolean concluded;
    private boolean failed;
    private int looks;
    private int most;

    FakeExperiments(List<UUID> branches) {
        branches.forEach(branch -> states.put(branch, State.WAITING));
    }

    synchronized void reached(UUID branch) {
        states.put(branch, State.OVER);
    }

    synchronized void asks(List<Matter> docket) {
        unjudged.addAll(docket);
    }

    synchronized void judgedBefore(Matter matter) {
        unjudged.remove(matter);
    }

    synchronized void cannotJudge(Matter matter) {
        hopeless = matter;
    }

    synchronized List<Matter> heard() {
        return List.copyOf(heard);
    }

    synchronized List<Matter> unjudged() {
        return List.copyOf(unjudged);
    }

    /** From now on the judge is heard and does not answer. */
    synchronized void adjourn() {
        adjourned = true;
    }

    synchronized void goOn() {
        adjourned = false;
        notifyAll();
    }

    @Override
    public synchronized void judge(UUID experiment, Matter matter) {
        heard.add(matter);
        awaitSession();
        if (matter.equals(hopeless)) {
            throw ApplicationFailure.newNonRetryableFailure("a defect", "defect");
        }
        unjudged.remove(matter);
    }

    synchronized void cancel() {
        cancelled = true;
    }

    synchronized void delete() {
        known = false;
    }

    /** From now on its rows cannot be read. */
    synchronized void spoil() {
        broken = true;
    }

    synchronized List<UUID> begun() {
        return List.copyOf(begun);
    }

    synchronized List<UUID> stopped() {
        return List.copyOf(stopped);
    }

    synchronized boolean isOver(UUID branch) {
        return states.get(branch) == State.OVER;
    }

    synchronized boolean concluded() {
        return concluded;
    }

    synchronized boolean failed() {
        return failed;
    }

    synchronized int looks() {
        return looks;
    }

    synchronized int most() {
        return most;
    }

    @Override
    public synchronized Standing look(UUID experiment) {
        looks++;
        if (broken) {
            throw new IllegalStateException("The experiment's rows cannot be read");
        }
        return new Standing(
                known,
                cancelled,
                "",
                in(State.WAITING),
                in(State.PLAYING),
                in(State.OVER).size(),
                isOver() ? unjudged() : List.of());
    }

    @Override
    public synchronized boolean begin(UUID experiment, UUID branch) {
        if (states.get(branch) == State.OVER) {
            return false;
        }
        states.put(branch, State.PLAYING);
        begun.add(branch);
        most = Math.max(most, in(State.PLAYING).size());
        return true;
    }

    @Override
    public synchronized Bell stop(UUID experiment, UUID branch) {
        stopped.add(branch);
        return new Bell(1, Operation.STOP);
    }

    @Override
    public synchronized void conclude(UUID experiment) {
        concluded = true;
    }

    @Override
    public synchronized List<UUID> fail(UUID experiment) {
        failed = true;
        return in(State.PLAYING);
    }

    private void awaitSession() {
        while (adjourned) {
            try {
                wait();
            } catch (InterruptedException over) {
                throw new CancellationException();
            }
        }
    }

    private boolean isOver() {
        return in(State.PLAYING).isEmpty() && (cancelled || in(State.WAITING).isEmpty());
    }

    private List<UUID> in(State state) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .toList();
    }
}
