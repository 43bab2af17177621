package io.synthforce.workflows.journal;

import java.util.List;

/**
 * A point on which positions differ, as the coordinator named it.
 *
 * @param id {@code d1}, {@code d2}, … within the turn
 * @param between the seats that stand against each other
 * @param mustAnswer those of them that are asked to reply
 */
public record Disagreement(String id, String issue, List<String> between, List<String> mustAnswer) {

    public Disagreement {
        between = List.copyOf(between);
        mustAnswer = List.copyOf(mustAnswer);
    }

    /** The seats a given seat has to answer: all others of the disagreement. */
    public List<String> opposing(String seat) {
        return between.stream().filter(s -> !s.equals(seat)).toList();
    }
}
