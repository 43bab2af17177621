package io.synthforce.workflows.world;

import org.jspecify.annotations.Nullable;

/**
 * Why a number changed. One that is worked out of others changes for the reason they do.
 *
 * @param name the action, event, rule or outside move (as {@code actor/move}), by its id in the world,
 *     or the kind of change a branch was forked with
 * @param turn the turn in which the cause was set, which for a delayed effect is an earlier one
 * @param by the seat that ordered an action, else null
 */
public record Cause(
        Kind kind, String name, int turn, @Nullable String by) {

    /** What may change the ledger; nothing else does. */
    public enum Kind {
        ACTION,
        EVENT,
        RULE,
        OUTSIDE,
        /** Set by whoever forked the simulation; named by the change. */
        CHANGE
    }

    public Cause(Kind kind, String name, int turn) {
        this(kind, name, turn, null);
    }
}
