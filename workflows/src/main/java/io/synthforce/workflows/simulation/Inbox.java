package io.synthforce.workflows.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Requests waiting for their turn, in order of arrival; a bell rung twice waits once. */
final class Inbox {

    private final Deque<Bell> bells = new ArrayDeque<>();

    void add(Bell bell) {
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

    Bell next() {
        return bells.removeFirst();
    }

    boolean isEmpty() {
        return bells.isEmpty();
    }

    List<Bell> bells() {
        return List.copyOf(bells);
    }
}
