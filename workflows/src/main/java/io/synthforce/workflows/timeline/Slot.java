package io.synthforce.workflows.timeline;

import io.synthforce.workflows.plan.Task;

/**
 * When a task is worked on, in tenths of an hour of working time.
 *
 * @param start at the earliest
 * @param slack how much later it could begin without the whole ending later
 */
record Slot(Task task, long start, long end, long slack) {

    boolean critical() {
        return slack == 0;
    }
}
