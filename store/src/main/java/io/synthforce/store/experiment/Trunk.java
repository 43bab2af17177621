package io.synthforce.store.experiment;

import io.synthforce.store.experiment.BranchRun.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trunk of an experiment as it stands.
 *
 * @param repeat whose draws it uses
 * @param turn the last one that was played when it ended, null before
 * @param failure why it did not get to where its branches are forked, or null
 */
public record Trunk(
        int number,
        int repeat,
        UUID simulation,
        State state,
        @Nullable Integer turn,
        @Nullable String failure) {

    /** Whether its branches can be forked from a turn. */
    public boolean isAt(int baseTurn) {
        return state == State.ENDED && turn != null && turn >= baseTurn;
    }
}
