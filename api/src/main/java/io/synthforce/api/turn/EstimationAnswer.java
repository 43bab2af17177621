package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.estimation.Estimation;
import java.math.BigDecimal;
import java.util.List;

/**
 * The size of all planned work in function points, and what it takes at 9 hours a point, 8 hours a day and 100.0 an
 * hour. Zeros when nothing was counted.
 *
 * @param valueAdjustmentFactor 1.00 where nobody rated the product's characteristics
 * @param basis whose numbers these are
 */
@Schema(name = "FunctionPointEstimation")
record EstimationAnswer(
        int totalFunctionPoints,
        int unadjustedFp,
        int adjustedFp,
        BigDecimal valueAdjustmentFactor,
        BigDecimal estimatedHours,
        BigDecimal estimatedDays,
        BigDecimal estimatedCost,
        BigDecimal hourlyRate,
        List<SizedFunction> functionPoints,
        @Schema(example = Estimation.BASIS) String basis) {

    /**
     * A function as it was counted.
     *
     * @param dataElements data element types
     * @param files file types referenced; of a file its record element types
     */
    @Schema(name = "SizedFunction")
    record SizedFunction(
            String functionName,
            @Schema(example = "EI") String functionType,
            @Schema(example = "low") String complexity,
            int fpCount,
            String description,
            int dataElements,
            int files) {

        private static SizedFunction of(Estimation.SizedFunction function) {
            return new SizedFunction(
                    function.functionName(),
                    function.functionType(),
                    function.complexity(),
                    function.fpCount(),
                    function.description(),
                    function.dataElements(),
                    function.files());
        }
    }

    static EstimationAnswer of(Estimation estimation) {
        return new EstimationAnswer(
                estimation.totalFunctionPoints(),
                estimation.unadjustedFp(),
                estimation.adjustedFp(),
                estimation.valueAdjustmentFactor(),
                estimation.estimatedHours(),
                estimation.estimatedDays(),
                estimation.estimatedCost(),
                estimation.hourlyRate(),
                estimation.functionPoints().stream().map(SizedFunction::of).toList(),
                estimation.basis());
    }
}
