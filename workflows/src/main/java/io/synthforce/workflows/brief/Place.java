package io.synthforce.workflows.brief;

import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.UUID;

/**
 * Where something was said: in which arm's run, by whom.
 *
 * @param option from 1, 0 for no change
 * @param repeat whose draws the run used
 * @param seat of the cast, or {@link CallKey#COORDINATOR} for the minutes
 */
public record Place(int option, int repeat, UUID branch, int turn, String seat, Phase phase) {

    public CallKey key() {
        return new CallKey(branch, turn, seat, phase, 0);
    }
}
