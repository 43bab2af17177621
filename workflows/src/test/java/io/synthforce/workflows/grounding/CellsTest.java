package io.synthforce.workflows.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void commas_part_cells_and_are_no_thousands() {
        assertThat(Cells.of("day,visits\n\"Saturday, all day\",1,200\r\nSunday;-3.5"))
                .containsExactly(
                        "day",
                        "visits",
                        "Saturday, all day",
                        new BigDecimal("1"),
                        new BigDecimal("200"),
                        "Sunday",
                        new BigDecimal("-3.5"));
    }
}
