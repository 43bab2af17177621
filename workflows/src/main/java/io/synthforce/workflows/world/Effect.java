package io.synthforce.workflows.world;

/**
 * What an action, event or response does to an indicator.
 *
 * @param amount drawn once, when it is caused
 * @param after turns until it begins; 0 means at once
 * @param ramp over how many turns it arrives in equal parts, at least 1
 * @param lasts turns after which it is taken back, or 0 when it stays
 */
public record Effect(String indicator, Range amount, int after, int ramp, int lasts) {

    public Effect {
        if (after < 0 || ramp < 1 || lasts < 0) {
            throw new IllegalArgumentException("An effect needs after >= 0, ramp >= 1 and lasts >= 0");
        }
    }
}
