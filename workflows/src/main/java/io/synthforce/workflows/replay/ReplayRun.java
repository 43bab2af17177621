package io.synthforce.workflows.replay;

import java.util.UUID;

/**
 * Input of a replay.
 *
 * @param simulation what is played
 * @param callsOf whose turns and recorded calls it is played from; itself, or what it was forked from: then it is played
 *     as that one was, from the fork on
 */
public record ReplayRun(UUID simulation, UUID callsOf) {

    /** @param attempt makes each replay one of its own */
    public static String workflowId(UUID simulation, UUID attempt) {
        return "replay/" + simulation + "/" + attempt;
    }
}
