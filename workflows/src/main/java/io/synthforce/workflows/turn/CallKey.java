package io.synthforce.workflows.turn;

import java.util.UUID;

/**
 * The natural key of a model call: whoever asks again under it gets the recorded reply.
 *
 * @param seat a seat of the cast, or {@link #COORDINATOR}
 * @param round 0 for phases that happen once in a turn, else from 1
 */
public record CallKey(UUID simulation, int turn, String seat, Phase phase, int round) {

    public static final String COORDINATOR = "coordinator";

    /** The stream its sampling seed is drawn from, for the given resample (0 for the first try). */
    public String stream(int resample) {
        return "model/" + seat + "/" + phase.label() + "/" + round + "/" + resample;
    }
}
