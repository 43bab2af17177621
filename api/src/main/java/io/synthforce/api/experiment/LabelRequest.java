package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a run.
 *
 * @param sessionId the branch; or {@code position}, its place among the experiment's runs, from 0
 * @param proposition its text; the first one of the experiment when left out
 * @param labeller who says it; the same one again changes it
 * @param holds whether the proposition holds of the run
 */
@Schema(name = "LabelRequest")
record LabelRequest(
        @Nullable UUID sessionId,
        @Min(0) @Nullable Integer position,

        @CodePointLength(min = 1, max = 500) @Nullable String proposition,

        @CodePointLength(min = 1, max = 100) @Schema(defaultValue = "user") @Nullable
        String labeller,

        @NotNull Boolean holds,
        @CodePointLength(max = 1000) @Nullable String note) {

    private static final String ANYBODY = "user";

    String labellerOrAnybody() {
        return labeller == null ? ANYBODY : labeller;
    }
}
