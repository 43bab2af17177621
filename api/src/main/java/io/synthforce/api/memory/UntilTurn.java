package io.synthforce.api.memory;

import io.synthforce.api.problem.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Up to which turn a memory can hold: not up to one that is over. */
final class UntilTurn {

    private UntilTurn() {}

    /** @param turn null or 0 for good */
    static void check(@Nullable Integer turn, int nextTurn) {
        if (turn != null && turn != 0 && turn < nextTurn) {
            throw new InvalidRequest(
                    "body.until_turn",
                    "greater_than_equal",
                    "Input should be greater than or equal to the next turn, %d".formatted(nextTurn));
        }
    }
}
