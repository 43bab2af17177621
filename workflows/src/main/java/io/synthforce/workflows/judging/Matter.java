package io.synthforce.workflows.judging;

/**
 * One question to the judge.
 *
 * @param position of the run in its experiment's plan
 * @param proposition from 0, in the plan's order
 */
public record Matter(int position, int proposition, Asking asking) {

    /** The round of its call, from 1. */
    public int round() {
        return 1 + Asking.values().length * proposition + asking.ordinal();
    }
}
