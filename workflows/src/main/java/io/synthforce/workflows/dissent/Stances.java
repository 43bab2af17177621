package io.synthforce.workflows.dissent;

import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.Stance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each seat stood on an issue in a turn: in its private position, and after all replies. Seats that said nothing of
 * the issue are not in it.
 *
 * @param before by seat, in speaking order, −2 to 2
 * @param after by seat, in the same order
 */
public record Stances(Map<String, Integer> before, Map<String, Integer> after) {

    public Stances {
        before = new LinkedHashMap<>(before);
        after = new LinkedHashMap<>(after);
    }

    public static Stances of(PlayedTurn turn, String issue) {
        Map<String, Integer> before = new LinkedHashMap<>();
        turn.all(PositionTaken.class).forEach(said -> take(said.seat(), said.stances(), issue, before));
        Map<String, Integer> after = new LinkedHashMap<>(before);
        turn.all(ReplyGiven.class).forEach(said -> take(said.seat(), said.stances(), issue, after));
        after.keySet().retainAll(before.keySet());
        return new Stances(before, after);
    }

    /** All on one side, none undecided. */
    static boolean isUnanimous(Map<String, Integer> stances) {
        return stances.values().stream().allMatch(stance -> stance > 0)
                || stances.values().stream().allMatch(stance -> stance < 0);
    }

    private static void take(String seat, List<Stance> said, String issue, Map<String, Integer> held) {
        said.stream().filter(stance -> stance.issue().equals(issue)).forEach(stance -> held.put(seat, stance.value()));
    }
}
