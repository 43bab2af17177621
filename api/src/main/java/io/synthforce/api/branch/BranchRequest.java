package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.json.ContentHash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * A fork that is asked for.
 *
 * @param baseTurn the last turn it shares with the simulation
 * @param changes what is to be otherwise; none makes a twin
 */
record BranchRequest(
        @Min(0) @Max(500) @Schema(description = "The last turn it shares; the current one when left out") @Nullable
        Integer baseTurn,

        @CodePointLength(max = 255) @Nullable String name,

        @Min(1) @Max(500) @Schema(description = "As the simulation's when left out") @Nullable
        Integer maxTurns,

        @Size(max = 10) @Nullable List<@NotNull @Valid Modification> changes,

        @Pattern(regexp = RecordedInputs.WORDS, message = RecordedInputs.MESSAGE)
        @Schema(
                description =
                        "What its turns are given: none, or recorded: what was asked of the same turns of the simulation and"
                                + " what was injected into them, as far as it has played them now. A next that asks for"
                                + " anything of its own is played with that instead; events injected into the branch happen"
                                + " after the recorded ones.",
                allowableValues = {RecordedInputs.NONE, RecordedInputs.RECORDED},
                defaultValue = RecordedInputs.NONE)
        @Nullable
        String inputs) {

    static final BranchRequest NOTHING_CHANGED = new BranchRequest(null, null, null, null, null);

    List<Modification> changesOrNone() {
        return changes == null ? List.of() : changes;
    }

    boolean recordedInputs() {
        return RecordedInputs.areAsked(inputs);
    }

    /** Left out is what it stands for, so that both are one request. */
    String hash() {
        return ContentHash.of(new BranchRequest(
                baseTurn, name, maxTurns, changesOrNone(), recordedInputs() ? RecordedInputs.RECORDED : null));
    }
}
