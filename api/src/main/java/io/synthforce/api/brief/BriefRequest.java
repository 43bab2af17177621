package io.synthforce.api.brief;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.json.ContentHash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How a brief is to be written. */
record BriefRequest(@Valid @Nullable Baseline baseline) {

    static final BriefRequest PLAIN = new BriefRequest(null);

    private static final int USUAL = 3;

    /** How often the same question is put to a model directly, with nothing simulated. */
    @Schema(name = "BriefBaselineRequest")
    record Baseline(
            @Min(1) @Max(10) @Schema(defaultValue = "3") @Nullable
            Integer repeats) {}

    int repeats() {
        return baseline == null || baseline.repeats() == null ? USUAL : baseline.repeats();
    }

    String hash() {
        return ContentHash.of(repeats());
    }
}
