package io.synthforce.workflows.experiment;

import java.util.List;
import java.util.Locale;

/**
 * How one seat acted in an option's branches.
 *
 * @param difference from no change, 0 to 1: the larger of how far its mean stance moved (of the whole scale) and the mean
 *     difference of the shares of runs in which it chose an action
 * @param recommended actions it chose, and what it proposed in its own words
 * @param concerns questions it was in dispute about
 * @param confidence mean of what it stated, 0 to 1
 */
public record SeatFinding(
        String seat,
        String role,
        double difference,
        List<String> recommended,
        List<String> concerns,
        double confidence) {

    /** How different a seat acts. */
    public enum Impact {
        HIGH,
        MEDIUM,
        LOW;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double HIGH = 0.5;
    private static final double MEDIUM = 0.2;

    public Impact impact() {
        if (difference >= HIGH) {
            return Impact.HIGH;
        }
        return difference >= MEDIUM ? Impact.MEDIUM : Impact.LOW;
    }
}
