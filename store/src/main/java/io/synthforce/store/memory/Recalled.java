package io.synthforce.store.memory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a seat has before it in a turn, and what it has not.
 *
 * @param pinned always there, newest first
 * @param commitments open ones, soonest due first
 * @param recalled by score, best first
 * @param crowdedOut candidates for which the budget had no room
 * @param toReflectOn further memories nobody has reflected on, when that is due; else none
 * @param reflectionDue whether enough was learned since the last reflection
 * @param tokens what the lines of pinned and recalled memories come to, about
 */
public record Recalled(
        List<Memory> pinned,
        List<Memory> commitments,
        List<Scored> recalled,
        List<Scored> crowdedOut,
        List<Memory> toReflectOn,
        boolean reflectionDue,
        int tokens) {

    /** What pinned and recalled memories may come to in a prompt, about; pinned ones are there even beyond it. */
    public static final int BUDGET = 700;

    public static final Recalled NOTHING =
            new Recalled(List.of(), List.of(), List.of(), List.of(), List.of(), false, 0);

    public Recalled {
        pinned = List.copyOf(pinned);
        commitments = List.copyOf(commitments);
        recalled = List.copyOf(recalled);
        crowdedOut = List.copyOf(crowdedOut);
        toReflectOn = List.copyOf(toReflectOn);
    }

    /** What the seat remembers, in the order it is told. */
    public List<Memory> remembered() {
        return Stream.concat(pinned.stream(), recalled.stream().map(Scored::memory))
                .toList();
    }

    /** All that is shown. */
    public List<Memory> shown() {
        return Stream.of(remembered(), commitments, toReflectOn)
                .flatMap(List::stream)
                .toList();
    }

    public Optional<Memory> commitment(String key) {
        return commitments.stream().filter(memory -> memory.key().equals(key)).findFirst();
    }
}
