package io.synthforce.workflows.world;

/**
 * Why a number changed.
 *
 * @param name the action, event, rule or outside move (as {@code actor/move}), by its id in the world,
 *     or the kind of change a branch was forked with
 * @param turn the turn in which the cause was set, which for a delayed effect is an earlier one
 */
public record Cause(Kind kind, String name, int turn) {

    /** What may change the ledger; nothing else does. */
    public enum Kind {
        ACTION,
        EVENT,
        RULE,
        OUTSIDE,
        /** Set by whoever forked the simulation; named by the change. */
        CHANGE
    }
}
