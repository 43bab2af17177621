package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.memory.MemoryChange;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What is to be otherwise with a memory; what is left out stays. */
@Schema(name = "ChangeMemoryRequest")
record ChangeMemoryRequest(
        @CodePointLength(min = 1, max = 500) @Nullable String summary,

        @DecimalMin("0") @DecimalMax("1") @Nullable Double importance,

        @Min(0) @Schema(description = "The last turn it holds for, or a commitment is due by; 0 for good") @Nullable
        Integer untilTurn,

        @Schema(description = "Whether it is in every prompt of its seat", example = "true") @Nullable
        Boolean pinned) {

    MemoryChange change(int nextTurn) {
        UntilTurn.check(untilTurn, nextTurn);
        return new MemoryChange(summary, importance, untilTurn, pinned);
    }
}
