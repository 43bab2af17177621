package io.synthforce.workflows.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a task is, as its agent says. A done task stays in the plan for the turn it was finished in. */
public enum TaskState {
    PLANNED,
    IN_PROGRESS,
    BLOCKED,
    DONE;

    /** As agents and clients write them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(TaskState::word).toList();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word that is none of them is no progress. */
    static TaskState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(PLANNED);
    }

    /** The share done, held to what the state can mean. */
    int percent(double stated) {
        return switch (this) {
            case PLANNED -> 0;
            case IN_PROGRESS, BLOCKED -> (int) Math.clamp(Math.round(stated), 0L, 99L);
            case DONE -> 100;
        };
    }
}
