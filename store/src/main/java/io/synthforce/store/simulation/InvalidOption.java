package io.synthforce.store.simulation;

import io.synthforce.workflows.change.InvalidChange;

/** An option of an experiment holds a change that the scenario does not allow. */
public final class InvalidOption extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int option;
    private final InvalidChange change;

    InvalidOption(int option, InvalidChange change) {
        super(change);
        this.option = option;
        this.change = change;
    }

    /** From 1. */
    public int option() {
        return option;
    }

    public InvalidChange change() {
        return change;
    }
}
