package io.synthforce.workflows.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Requests waiting for their turn, in order of arrival; a bell rung twice waits once. */
final class Inbox {

    private final Deque<Bell> bells = new ArrayDeque<>();
    private final Deque<Bell> held = new ArrayDeque<>();

    void add(Bell bell) {
        held.remove(bell);
        if (!bells.contains(bell)) {
            bells.addLast(bell);
        }
    }

    void addAll(List<Bell> more) {
        more.forEach(this::add);
    }

    /** Puts bells before those that wait, in their order. */
    void addAllFirst(List<Bell> more) {
        more.reversed().forEach(this::addFirst);
    }

    private void addFirst(Bell bell) {
        bells.remove(bell);
        bells.addFirst(bell);
    }

    /** Keeps a bell aside for as long as the simulation is paused. */
    void hold(Bell bell) {
        held.addLast(bell);
    }

    /** Those kept aside wait again. */
    void release() {
        addAll(List.copyOf(held));
    }

    Bell next() {
        return bells.removeFirst();
    }

    /** Whether none waits; some may be kept aside. */
    boolean isEmpty() {
        return bells.isEmpty();
    }

    /** All that are not answered. */
    List<Bell> bells() {
        return Stream.concat(bells.stream(), held.stream()).toList();
    }
}
