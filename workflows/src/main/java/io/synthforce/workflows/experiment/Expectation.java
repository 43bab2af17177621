package io.synthforce.workflows.experiment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody expected of an option before it was played: by how much, or which way, the primary outcome would differ from
 * no change. It is part of the plan, so that nobody can have known it all along.
 *
 * @param option from 1
 * @param course which way, null where limits are given
 * @param low least difference in the unit of the outcome, equal to {@code high} where one number was expected
 * @param text in the user's words
 */
public record Expectation(
        int option,
        @Nullable Course course,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String text) {

    /** Which way an outcome goes, compared with no change. */
    public enum Course {
        UP,
        DOWN,
        SAME
    }

    /** The expectation beside what came of it. */
    public String told(OptionFinding option) {
        OutcomeFinding outcome = option.primary();
        Double difference = outcome.difference();
        String expected = "%s: you expected %s".formatted(option.name(), expected(outcome.measure()));
        return difference == null
                ? expected + "; there is nothing to compare it with."
                : "%s; in %s the difference was %s %s, %s."
                        .formatted(
                                expected,
                                outcome.counted(),
                                Figures.signed(difference),
                                outcome.measure().apart(),
                                met(difference));
    }

    private String expected(Measure outcome) {
        if (low != null && high != null) {
            return "a difference of %s %s in %s".formatted(limits(low, high), outcome.apart(), outcome.name());
        }
        return switch (course) {
            case UP -> "%s higher than without the change".formatted(outcome.name());
            case DOWN -> "%s lower than without the change".formatted(outcome.name());
            case SAME -> "%s the same as without the change".formatted(outcome.name());
            case null -> throw new IllegalStateException("An expectation has a course or limits");
        };
    }

    private static String limits(BigDecimal low, BigDecimal high) {
        String from = Figures.signed(low.doubleValue());
        return low.compareTo(high) == 0 ? from : from + " to " + Figures.signed(high.doubleValue());
    }

    /** Of the mean alone: whether it is more than chance is the verdict's to say. */
    private String met(double difference) {
        if (low != null && high != null) {
            double off = Math.min(0, difference - low.doubleValue()) + Math.max(0, difference - high.doubleValue());
            return Figures.plain(off).equals("0") ? "as you expected" : "off by " + Figures.signed(off);
        }
        Course went = Figures.plain(difference).equals("0") ? Course.SAME : difference > 0 ? Course.UP : Course.DOWN;
        return went == course ? "as you expected" : "not as you expected";
    }
}
