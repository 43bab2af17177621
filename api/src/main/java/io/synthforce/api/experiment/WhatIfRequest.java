package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.branch.Modification;
import io.synthforce.api.branch.RecordedInputs;
import io.synthforce.api.budget.BudgetRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tried beside no change.
 *
 * @param baseTurn the last turn that is shared; the current one for null and 0
 * @param modifications the first option, unless only {@code options} are given
 * @param repeats how many runs of every option from each trunk, at most where there is a stop rule
 */
public record WhatIfRequest(
        @NotNull UUID sessionId,

        @Min(0)
        @Max(500)
        @Schema(description = "The last turn that is shared; null and 0 mean the current one")
        @Nullable
        Integer baseTurn,

        @CodePointLength(max = 255) @Nullable String name,
        @CodePointLength(max = 1000) @Nullable String description,

        @Size(min = 1, max = 10) @Nullable List<@NotNull @Valid Modification> modifications,

        @Min(1)
        @Max(10)
        @Schema(description = "How many turns are played after the base turn", defaultValue = "3")
        @Nullable
        Integer numTurnsToSimulate,

        @Size(max = 10) @Schema(description = "More options, compared with no change and shown side by side") @Nullable
        List<@NotNull @Valid Option> options,

        @Min(1)
        @Max(50)
        @Schema(
                description =
                        "Runs of every option; 1 is a sketch, of options and sensitivity as well; 6 are the fewest for"
                                + " a verdict on a level, 10 for one on a share of runs",
                defaultValue = "1")
        @Nullable
        Integer repeats,

        @Min(1)
        @Max(50)
        @Schema(
                description =
                        "How many independent runs of the turns up to the base turn all this is tried from. With 1 from"
                                + " that turn of this simulation; with more from trunks that are played from turn 0 with draws of their"
                                + " own, which then are what is counted and compared: 6 are the fewest for a verdict",
                defaultValue = "1")
        @Nullable
        Integer trunks,

        @Valid @Nullable Outcome outcome,

        @Schema(
                description = "Compare the runs of a block as pairs, because they share their draws; only where the"
                        + " scenario draws anything, or there are several trunks: then what comes of one is paired",
                defaultValue = "false")
        @Nullable
        Boolean pairing,

        @Valid @Nullable StopRule stopRule,

        @Size(max = 10)
        @Schema(description = "Assumptions, each tried at both ends while the others stay what they are")
        @Nullable
        List<@NotNull @Valid Assumption> sensitivity,

        @Pattern(regexp = RecordedInputs.WORDS, message = RecordedInputs.MESSAGE)
        @Schema(
                description =
                        "What the turns of every branch, with changes or without, are given: none, or recorded: what was"
                                + " asked of the same turns of the simulation, its events too, as far as it has played them",
                allowableValues = {RecordedInputs.NONE, RecordedInputs.RECORDED},
                defaultValue = RecordedInputs.NONE)
        @Nullable
        String inputs,

        @Valid
        @Schema(
                description =
                        "A hard cap on what its branches spend, beside the budget of the simulation; when no further block"
                                + " fits, whole blocks are kept")
        @Nullable
        BudgetRequest budget,

        @Valid
        @Schema(
                description =
                        "Announces that more repeats may be asked for when all are played; the intervals before and after"
                                + " are wider for it, and both hold")
        @Nullable
        Extension extension,

        @Size(max = 10)
        @Schema(description = "What you expect, locked before anything is played and shown beside the results")
        @Nullable
        List<@NotNull @Valid Expected> expectation) {

    private static final int TURNS = 3;
    private static final String PRIMARY = "The name of an indicator, or an object of one member: {\"indicator\":"
            + " \"cash\"}, {\"ruin\": true}, {\"decision\": {\"issue\": \"price\", \"choice\": \"raise\"}}, {\"stance\":"
            + " {\"issue\": \"price\", \"seat\": \"ceo\"}} (without a seat the mean of all), or {\"proposition\": \"The"
            + " customers were listened to\"}, which a model judges of every run";

    /**
     * More repeats.
     *
     * @param repeats more runs of every option, and of no change
     */
    @Schema(name = "WhatIfExtension")
    record Extension(
            @NotNull @Min(1) @Max(50) @Schema(example = "6") Integer repeats) {}

    /** One way things could be otherwise. */
    @Schema(name = "WhatIfOption")
    record Option(
            @NotNull @CodePointLength(min = 1, max = 255) String name,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Modification> modifications) {}

    /**
     * What options are judged by at the last turn.
     *
     * @param primary the name of an indicator, or an object of one member; the first indicator of the world when left out
     * @param direction which way is better; when left out an indicator's own, down for ruin, else up
     * @param matters the smallest difference that matters, in its unit; in points where runs are counted
     * @param secondary what is told beside it in the same forms, without a verdict
     */
    @Schema(name = "WhatIfOutcome")
    record Outcome(
            @Schema(
                    types = {"string", "object"},
                    description = PRIMARY,
                    example = "cash")
            @Nullable
            Object primary,

            @Pattern(regexp = "up|down", message = "Input should be 'up' or 'down'") @Nullable
            String direction,

            @DecimalMin("0") @Schema(description = "The smallest difference that matters") @Nullable
            BigDecimal matters,

            @Size(max = 10)
            @ArraySchema(
                    schema =
                            @Schema(
                                    types = {"string", "object"},
                                    description = PRIMARY,
                                    example = "customers"))
            @Nullable
            List<@NotNull Object> secondary) {

        static final Outcome NONE = new Outcome(null, null, null, null);

        List<Object> secondaryOrNone() {
            return secondary == null ? List.of() : secondary;
        }
    }

    /**
     * Ends the what-if when it is exact enough, whatever it says.
     *
     * @param width of the 95 % intervals of all options, in the unit of the primary outcome
     * @param atLeast repeats before the first look
     */
    @Schema(name = "WhatIfStopRule")
    record StopRule(
            @NotNull @DecimalMin(value = "0", inclusive = false)
            BigDecimal width,

            @Min(10) @Max(50) @Schema(defaultValue = "10") @Nullable
            Integer atLeast) {

        io.synthforce.workflows.experiment.StopRule rule() {
            return new io.synthforce.workflows.experiment.StopRule(
                    width, Objects.requireNonNullElse(atLeast, io.synthforce.workflows.experiment.StopRule.FEWEST));
        }
    }

    /**
     * A parameter of the scenario that is not known for sure.
     *
     * @param parameter by its path, as for a modification of type parameter
     */
    @Schema(name = "WhatIfAssumption")
    record Assumption(
            @NotNull @CodePointLength(min = 1, max = 255) @Schema(example = "rules.churn.rate")
            String parameter,

            @NotNull BigDecimal low,
            @NotNull BigDecimal high) {}

    /**
     * How the primary outcome at the last turn will differ from no change: a direction, a value, or limits.
     *
     * @param option by its name; every option that is not named otherwise when left out
     * @param direction up, down or same: more, less or as much as without change
     * @param value the difference, in the unit of the outcome
     */
    @Schema(name = "WhatIfExpectation")
    record Expected(
            @CodePointLength(min = 1, max = 255) @Nullable String option,

            @Pattern(regexp = "up|down|same", message = "Input should be 'up', 'down' or 'same'") @Nullable
            String direction,

            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @CodePointLength(max = 1000) @Nullable String text) {}

    List<Expected> expected() {
        return expectation == null ? List.of() : expectation;
    }

    List<Assumption> assumptions() {
        return sensitivity == null ? List.of() : sensitivity;
    }

    int turns() {
        return numTurnsToSimulate == null ? TURNS : numTurnsToSimulate;
    }

    /** Empty for the current one. */
    Optional<Integer> base() {
        return Optional.ofNullable(baseTurn).filter(turn -> turn > 0);
    }

    int repeatsOrOne() {
        return repeats == null ? 1 : repeats;
    }

    /** None where all branches share the simulation's own turn. */
    int ownTrunks() {
        return trunks == null || trunks == 1 ? 0 : trunks;
    }

    /** The plain modifications first. */
    List<Option> all() {
        List<Option> all = new ArrayList<>();
        if (modifications != null) {
            all.add(new Option(Objects.requireNonNullElse(name, "the change"), modifications));
        }
        if (options != null) {
            all.addAll(options);
        }
        return all;
    }
}
