package io.synthforce.workflows.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What depends on what, without cycles. Dependencies of earlier turns stand first; of new ones the one that would close
 * a cycle is dropped. Those of tasks finished in an earlier turn are met and leave without a word.
 */
final class Dependencies {

    private static final int MOST = 8;

    private final Merging merging;
    private final List<Task> tasks;
    private final Map<String, Task> byId = new TreeMap<>();
    private final Map<String, Set<String>> links = new TreeMap<>();
    private final List<Dropped> dropped = new ArrayList<>();

    Dependencies(Merging merging) {
        this.merging = merging;
        this.tasks = merging.tasks();
        tasks.forEach(task -> byId.put(task.id(), task));
        tasks.stream().filter(task -> !isNamed(task)).forEach(this::carry);
        tasks.stream().filter(this::isNamed).forEach(this::resolve);
    }

    private boolean isNamed(Task task) {
        return merging.wanted().containsKey(task.id());
    }

    private void carry(Task task) {
        task.dependsOn().stream().filter(byId::containsKey).forEach(id -> link(task, id));
        task.dependsOn().stream()
                .filter(merging::gaveUp)
                .forEach(id -> drop(task, id, "the task it names was given up"));
    }

    private void resolve(Task task) {
        for (String reference : merging.wanted().getOrDefault(task.id(), List.of())) {
            String said = Words.line(reference, Words.NAME);
            Optional<String> id = find(task, said);
            if (id.isEmpty() && merging.met(said)) {
                continue;
            }
            if (id.isEmpty()) {
                drop(task, said, merging.knew(said) ? "the task it names is no longer open" : "no task is named so");
            } else if (id.get().equals(task.id())) {
                drop(task, said, "a task cannot depend on itself");
            } else if (reaches(id.get(), task.id())) {
                drop(task, said, "it would close a cycle");
            } else if (links(task.id()).size() >= MOST) {
                drop(task, said, "more than " + MOST + " dependencies of one task");
            } else {
                link(task, id.get());
            }
        }
    }

    /** By id, else by the label its seat gave it in this turn, else by the name of a task of the same seat, else by a name that only one task has. */
    private Optional<String> find(Task task, String said) {
        Optional<String> labelled = merging.labelled(task.seat(), said);
        if (byId.containsKey(said) || labelled.isPresent()) {
            return byId.containsKey(said) ? Optional.of(said) : labelled;
        }
        List<Task> named = tasks.stream()
                .filter(other -> Words.key(other.name()).equals(Words.key(said)))
                .toList();
        return named.stream()
                .filter(other -> other.seat().equals(task.seat()) || named.size() == 1)
                .map(Task::id)
                .findFirst();
    }

    /** Whether one task depends on another, at whatever remove. */
    private boolean reaches(String from, String to) {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(to)) {
                return true;
            }
            if (seen.add(id)) {
                links(id).forEach(open::push);
            }
        }
        return false;
    }

    private void link(Task task, String id) {
        links.computeIfAbsent(task.id(), _ -> new LinkedHashSet<>()).add(id);
    }

    private Set<String> links(String id) {
        return links.getOrDefault(id, new LinkedHashSet<>());
    }

    private void drop(Task task, String reference, String reason) {
        dropped.add(new Dropped(task.seat(), task.id(), reference, reason));
    }

    List<Task> linked() {
        return tasks.stream()
                .map(task -> task.dependingOn(List.copyOf(links(task.id()))))
                .toList();
    }

    List<Dropped> dropped() {
        return dropped;
    }
}
