package io.synthforce.workflows.turn;

/** Marks what a script said as that, wherever it is shown, so that nobody takes it for a model's. */
public final class Scripted {

    public static final String NOTICE = "SCRIPTED: no model was asked";

    /** Stands where the name of a model would. */
    public static final String WORD = "SCRIPTED";

    private Scripted() {}
}
