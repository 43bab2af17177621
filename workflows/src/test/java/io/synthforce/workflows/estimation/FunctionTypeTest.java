package io.synthforce.workflows.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of IFPUG's Counting Practices Manual, cell by cell at both ends of each. */
class FunctionTypeTest {

    @ParameterizedTest
    @CsvSource({
        "EI, 0, 1, 4, LOW, 3",
        "EI, 0, 5, 15, LOW, 3",
        "EI, 1, 16, 99, AVERAGE, 4",
        "EI, 2, 1, 4, LOW, 3",
        "EI, 2, 5, 15, AVERAGE, 4",
        "EI, 2, 16, 99, HIGH, 6",
        "EI, 3, 1, 4, AVERAGE, 4",
        "EI, 3, 5, 15, HIGH, 6",
        "EI, 9, 16, 99, HIGH, 6",
        "EO, 0, 1, 5, LOW, 4",
        "EO, 1, 6, 19, LOW, 4",
        "EO, 1, 20, 99, AVERAGE, 5",
        "EO, 2, 1, 5, LOW, 4",
        "EO, 3, 6, 19, AVERAGE, 5",
        "EO, 2, 20, 99, HIGH, 7",
        "EO, 4, 1, 5, AVERAGE, 5",
        "EO, 4, 6, 19, HIGH, 7",
        "EO, 9, 20, 99, HIGH, 7",
        "EQ, 1, 1, 5, LOW, 3",
        "EQ, 1, 20, 99, AVERAGE, 4",
        "EQ, 3, 6, 19, AVERAGE, 4",
        "EQ, 4, 1, 5, AVERAGE, 4",
        "EQ, 4, 6, 19, HIGH, 6",
        "ILF, 1, 1, 19, LOW, 7",
        "ILF, 1, 20, 50, LOW, 7",
        "ILF, 1, 51, 99, AVERAGE, 10",
        "ILF, 2, 1, 19, LOW, 7",
        "ILF, 5, 20, 50, AVERAGE, 10",
        "ILF, 5, 51, 99, HIGH, 15",
        "ILF, 6, 1, 19, AVERAGE, 10",
        "ILF, 6, 20, 50, HIGH, 15",
        "ILF, 9, 51, 99, HIGH, 15",
        "EIF, 1, 1, 50, LOW, 5",
        "EIF, 2, 20, 50, AVERAGE, 7",
        "EIF, 6, 20, 51, HIGH, 10"
    })
    void complexityIsByCountsAndWeightByComplexity(
            FunctionType type, int files, int fewest, int most, Complexity complexity, int points) {
        for (int dataElements : new int[] {fewest, most}) {
            CountedFunction function = new CountedFunction("f", type, dataElements, files);
            assertThat(function.complexity()).isEqualTo(complexity);
            assertThat(function.points()).isEqualTo(points);
        }
    }
}
