package io.synthforce.workflows.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The calendar of a scenario: turn 1 happens on {@code start}, every further turn one {@code step} later. */
public record Clock(LocalDate start, Step step) {

    /** How much simulated time one turn covers. */
    public enum Step {
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** The simulated date of a turn, counted from 1. */
    public LocalDate dateOf(int turn) {
        long steps = turn - 1L;
        return switch (step) {
            case WEEK -> start.plusWeeks(steps);
            case MONTH -> start.plusMonths(steps);
            case QUARTER -> start.plusMonths(3 * steps);
            case YEAR -> start.plusYears(steps);
        };
    }

    /** The turn a date falls into, 0 or less before the first. A turn lasts until the day before the next one. */
    public int turnOf(LocalDate date) {
        long passed = switch (step) {
            case WEEK -> ChronoUnit.WEEKS.between(start, date);
            case MONTH -> ChronoUnit.MONTHS.between(start, date);
            case QUARTER -> ChronoUnit.MONTHS.between(start, date) / 3;
            case YEAR -> ChronoUnit.YEARS.between(start, date);
        };
        int turn = Math.toIntExact(Math.clamp(passed, -10_000L, 10_000L)) + (date.isBefore(start) ? 0 : 1);
        // Months are of different lengths: a start on the 31st falls on the last day of shorter ones.
        while (turn > 0 && !dateOf(turn + 1).isAfter(date)) {
            turn++;
        }
        return turn;
    }
}
