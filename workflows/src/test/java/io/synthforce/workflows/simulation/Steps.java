package io.synthforce.workflows.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The dealings of a workflow with the store, which a test can hold up or break. */
final class Steps {

    enum Step {
        OPEN,
        TAKE,
        PROJECT,
        COMMAND,
        ABANDON
    }

    /** How a step fails: before it did its work, or after. */
    static final class Breakage {
        private int before;
        private int after;
        private RuntimeException cause = new IllegalStateException();

        void before(int times, RuntimeException failure) {
            before = times;
            cause = failure;
        }

        void after(int times, RuntimeException failure) {
            after = times;
            cause = failure;
        }

        private synchronized void strikeBefore() {
            if (before > 0) {
                before--;
                throw cause;
            }
        }

        private synchronized void strikeAfter() {
            if (after > 0) {
                after--;
                throw cause;
            }
        }
    }

    private final Map<Step, Gate> entries = new EnumMap<>(Step.class);
    private final Map<Step, Gate> exits = new EnumMap<>(Step.class);
    private final Map<Step, Breakage> breakages = new EnumMap<>(Step.class);

    Steps() {
        for (Step step : Step.values()) {
            entries.put(step, new Gate());
            exits.put(step, new Gate());
            breakages.put(step, new Breakage());
        }
    }

    /** Where a step waits with its work undone. */
    Gate before(Step step) {
        return entries.get(step);
    }

    /** Where a step waits with its answer, its work done. */
    Gate after(Step step) {
        return exits.get(step);
    }

    Breakage breaking(Step step) {
        return breakages.get(step);
    }

    /** A failure that goes away by itself. */
    static RuntimeException away() {
        return new UncheckedIOException(new IOException("The database is away"));
    }

    void openAll() {
        entries.values().forEach(Gate::open);
        exits.values().forEach(Gate::open);
    }

    <T> T perform(Step step, Supplier<T> work) {
        before(step).pass();
        breaking(step).strikeBefore();
        T done = work.get();
        breaking(step).strikeAfter();
        after(step).pass();
        return done;
    }
}
