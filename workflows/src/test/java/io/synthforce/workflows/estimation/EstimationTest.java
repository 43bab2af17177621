package io.synthforce.workflows.estimation;

import static io.synthforce.workflows.estimation.FunctionType.EI;
import static io.synthforce.workflows.estimation.FunctionType.EO;
import static io.synthforce.workflows.estimation.FunctionType.EQ;
import static io.synthforce.workflows.estimation.FunctionType.ILF;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.estimation.Estimation.SizedFunction;
import io.synthforce.workflows.json.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimationTest {

    private static final List<CountedFunction> INVOICING = List.of(
            new CountedFunction("Invoices", ILF, 25, 3),
            new CountedFunction("Enter an invoice", EI, 16, 2),
            new CountedFunction("Dunning letter", EO, 12, 3),
            new CountedFunction("Find an invoice", EQ, 5, 1));

    @Test
    void whatWasCountedIsWeighedAndPriced() {
        Estimation estimation = Estimation.of(INVOICING, List.of());

        assertThat(estimation)
                .isEqualTo(new Estimation(
                        24,
                        24,
                        24,
                        new BigDecimal("1.00"),
                        new BigDecimal("216.0"),
                        new BigDecimal("27.0"),
                        new BigDecimal("21600.00"),
                        new BigDecimal("100.0"),
                        List.of(
                                new SizedFunction(
                                        "Dunning letter",
                                        "EO",
                                        "average",
                                        5,
                                        "12 data element types, 3 file types referenced",
                                        12,
                                        3),
                                new SizedFunction(
                                        "Enter an invoice",
                                        "EI",
                                        "high",
                                        6,
                                        "16 data element types, 2 file types referenced",
                                        16,
                                        2),
                                new SizedFunction(
                                        "Find an invoice",
                                        "EQ",
                                        "low",
                                        3,
                                        "5 data element types, 1 file types referenced",
                                        5,
                                        1),
                                new SizedFunction(
                                        "Invoices",
                                        "ILF",
                                        "average",
                                        10,
                                        "25 data element types, 3 record element types",
                                        25,
                                        3)),
                        "agents' estimates"));
    }

    @Test
    void theFactorIsOfTheFourteenRatingsAndThePointsAreTruncated() {
        Estimation strongest = Estimation.of(INVOICING, Collections.nCopies(14, 5));
        Estimation weakest = Estimation.of(INVOICING, Collections.nCopies(14, 0));

        assertThat(strongest.valueAdjustmentFactor()).isEqualTo("1.35");
        assertThat(strongest.adjustedFp()).isEqualTo(32);
        assertThat(strongest.unadjustedFp()).isEqualTo(24);
        assertThat(weakest.valueAdjustmentFactor()).isEqualTo("0.65");
        assertThat(weakest.totalFunctionPoints()).isEqualTo(15);
        assertThat(weakest.estimatedHours()).isEqualTo("135.0");
    }

    @Test
    void ratingsThatAreIncompleteOrImpossibleAdjustNothing() {
        assertThat(Characteristics.adjustment(Collections.nCopies(13, 5))).isEqualTo("1.00");
        assertThat(Characteristics.adjustment(Collections.nCopies(14, 6))).isEqualTo("1.00");
        assertThat(Characteristics.adjustment(Collections.nCopies(14, -1))).isEqualTo("1.00");
    }

    @Test
    void aFunctionNamedTwiceIsCountedOnceByItsLargestCountsInAnyOrder() {
        List<CountedFunction> twice = List.of(
                new CountedFunction("Invoices", ILF, 60, 6),
                new CountedFunction("invoices", ILF, 1, 1),
                new CountedFunction("Invoices", EQ, 1, 1));

        Estimation estimation = Estimation.of(twice, List.of());

        assertThat(estimation.unadjustedFp()).isEqualTo(15 + 3);
        assertThat(Estimation.of(twice.reversed(), List.of())).isEqualTo(estimation);
    }

    @Test
    void nothingCountedIsZero() {
        Estimation nothing = Estimation.of(List.of(), List.of());

        assertThat(nothing.totalFunctionPoints()).isZero();
        assertThat(nothing.estimatedCost()).isEqualTo("0.00");
        assertThat(nothing.functionPoints()).isEmpty();
        assertThat(nothing.basis()).isEqualTo("agents' estimates");
        assertThat(Json.read(Json.write(nothing), Estimation.class)).isEqualTo(nothing);
    }
}
