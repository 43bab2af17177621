package io.synthforce.workflows.experiment;

/**
 * One branch of an experiment.
 *
 * @param position when it begins, from 0
 * @param block from 1
 * @param option from 1, or {@link #NO_CHANGE}
 * @param repeat whose draws it uses; within a block equal for all options and the first run without change
 * @param trunk what it is forked from, from 1; always 1 where all share the simulation's own turn
 */
public record PlannedRun(int position, int block, int option, int repeat, int trunk) {

    public static final int NO_CHANGE = 0;

    /** Runs that were kept before there were trunks name none. */
    public PlannedRun {
        trunk = Math.max(1, trunk);
    }

    public PlannedRun(int position, int block, int option, int repeat) {
        this(position, block, option, repeat, 1);
    }

    PlannedRun at(int place) {
        return new PlannedRun(place, block, option, repeat, trunk);
    }

    public boolean changesNothing() {
        return option == NO_CHANGE;
    }

    /** Whether it is the run without change that shares the draws of its block. */
    public boolean paired() {
        return repeat == block;
    }
}
