package io.synthforce.workflows.estimation;

import java.math.BigDecimal;
import java.util.List;

/** The general system characteristics by which IFPUG adjusts a count, each rated from 0 (no influence) to 5 (strong). */
public final class Characteristics {

    /** In IFPUG's order. */
    public static final List<String> NAMES = List.of(
            "data_communications",
            "distributed_data_processing",
            "performance",
            "heavily_used_configuration",
            "transaction_rate",
            "online_data_entry",
            "end_user_efficiency",
            "online_update",
            "complex_processing",
            "reusability",
            "installation_ease",
            "operational_ease",
            "multiple_sites",
            "facilitate_change");

    private static final int MOST = 5;

    private Characteristics() {}

    public static boolean areRatings(List<Integer> ratings) {
        return ratings.size() == NAMES.size() && ratings.stream().allMatch(rating -> rating >= 0 && rating <= MOST);
    }

    /**
     * The value adjustment factor: 0.65 + 0.01 × the sum of the ratings, 0.65 to 1.35. Where nobody rated there is
     * nothing to adjust by, and it is 1.
     */
    public static BigDecimal adjustment(List<Integer> ratings) {
        return areRatings(ratings)
                ? BigDecimal.valueOf(
                        65L + ratings.stream().mapToInt(Integer::intValue).sum(), 2)
                : BigDecimal.ONE.setScale(2);
    }
}
