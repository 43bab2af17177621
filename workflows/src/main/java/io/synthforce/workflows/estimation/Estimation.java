package io.synthforce.workflows.estimation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The size of what is planned in function points, and what it takes by fixed rates: 9 hours a point, 8 hours a day,
 * 100.0 an hour. All zero when nothing was counted.
 *
 * @param functionPoints the functions counted, by name
 * @param basis whose numbers these are
 */
public record Estimation(
        int totalFunctionPoints,
        int unadjustedFp,
        int adjustedFp,
        BigDecimal valueAdjustmentFactor,
        BigDecimal estimatedHours,
        BigDecimal estimatedDays,
        BigDecimal estimatedCost,
        BigDecimal hourlyRate,
        List<SizedFunction> functionPoints,
        String basis) {

    public static final String BASIS = "agents' estimates";

    private static final BigDecimal HOURS_PER_POINT = BigDecimal.valueOf(9);
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(8);
    private static final BigDecimal RATE = BigDecimal.valueOf(100.0);

    public Estimation {
        functionPoints = List.copyOf(functionPoints);
    }

    /** A function as it was counted, and why it weighs what it does. */
    public record SizedFunction(
            String functionName,
            String functionType,
            String complexity,
            int fpCount,
            String description,
            int dataElements,
            int files) {

        static SizedFunction of(CountedFunction function) {
            String description = "%d data element types, %d %s"
                    .formatted(
                            function.dataElements(),
                            function.files(),
                            function.type().isFile() ? "record element types" : "file types referenced");
            return new SizedFunction(
                    function.name(),
                    function.type().name(),
                    function.complexity().name().toLowerCase(Locale.ROOT),
                    function.points(),
                    description,
                    function.dataElements(),
                    function.files());
        }
    }

    /**
     * A function that is named more than once is counted once, by its largest counts; the order does not matter.
     *
     * @param ratings of the 14 {@link Characteristics}, empty where nobody rated them
     */
    public static Estimation of(List<CountedFunction> functions, List<Integer> ratings) {
        List<SizedFunction> sized =
                once(functions).stream().map(SizedFunction::of).toList();
        int unadjusted = sized.stream().mapToInt(SizedFunction::fpCount).sum();
        BigDecimal factor = Characteristics.adjustment(ratings);
        int adjusted = factor.multiply(BigDecimal.valueOf(unadjusted)).intValue();
        BigDecimal hours = HOURS_PER_POINT.multiply(BigDecimal.valueOf(adjusted));
        return new Estimation(
                adjusted,
                unadjusted,
                adjusted,
                factor,
                hours.setScale(1, RoundingMode.HALF_UP),
                hours.divide(HOURS_PER_DAY, 1, RoundingMode.HALF_UP),
                hours.multiply(RATE).setScale(2, RoundingMode.HALF_UP),
                RATE,
                sized,
                BASIS);
    }

    private static List<CountedFunction> once(List<CountedFunction> functions) {
        Comparator<CountedFunction> larger = Comparator.comparingInt(CountedFunction::points)
                .thenComparingInt(CountedFunction::dataElements)
                .thenComparingInt(CountedFunction::files)
                .thenComparing(CountedFunction::name);
        TreeMap<String, CountedFunction> largest = new TreeMap<>();
        for (CountedFunction function : functions) {
            String key = function.name().toLowerCase(Locale.ROOT) + " " + function.type();
            largest.merge(key, function, (one, other) -> larger.compare(one, other) >= 0 ? one : other);
        }
        return new ArrayList<>(largest.values());
    }
}
