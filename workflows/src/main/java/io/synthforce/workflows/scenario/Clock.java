package io.synthforce.workflows.scenario;

import java.time.LocalDate;

/** The calendar of a scenario: turn 1 happens on {@code start}, every further turn one {@code step} later. */
public record Clock(LocalDate start, Step step) {

    /** How much simulated time one turn covers. */
    public enum Step {
        WEEK,
        MONTH,
        QUARTER
    }

    /** The simulated date of a turn, counted from 1. */
    public LocalDate dateOf(int turn) {
        long steps = turn - 1L;
        return switch (step) {
            case WEEK -> start.plusWeeks(steps);
            case MONTH -> start.plusMonths(steps);
            case QUARTER -> start.plusMonths(3 * steps);
        };
    }
}
