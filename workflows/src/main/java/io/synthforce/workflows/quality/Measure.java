package io.synthforce.workflows.quality;

import org.jspecify.annotations.Nullable;

/**
 * One number about a run.
 *
 * @param value null when there is nothing to reckon it from
 * @param n how many of {@code counted} it comes from
 * @param detail what was seen, in words; empty when there is nothing to add
 * @param advice what to do about it; empty when it is sound
 */
public record Measure(
        String name, @Nullable Double value, int n, String counted, Rating rating, String detail, String advice) {

    static Measure of(String name, double value, int n, String counted, Rating rating, String detail, String advice) {
        boolean concerns = rating == Rating.WATCH || rating == Rating.POOR;
        return new Measure(name, value, n, counted, rating, detail, concerns ? advice : "");
    }

    static Measure unknown(String name, int n, String counted, String why) {
        return new Measure(name, null, n, counted, Rating.UNKNOWN, why, "");
    }
}
