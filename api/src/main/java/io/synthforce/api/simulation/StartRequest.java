package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.wire.KnownRole;
import io.synthforce.api.wire.Storable;
import io.synthforce.workflows.scenario.Settings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation is started with.
 *
 * @param scenario what is to be rehearsed in the default company
 * @param scenarioDocument what is to be rehearsed with a cast and a world of its own
 * @param scenarioId what is to be rehearsed of the library
 * @param initialContext facts every agent is given from the first turn
 */
public record StartRequest(
        @CodePointLength(min = 10, max = 5000)
        @Schema(
                description =
                        "What is to be rehearsed, in your words; it is played in the default company. Give this, a document or an id",
                example = "We consider raising our prices by 20 % from next quarter.")
        @Nullable
        String scenario,

        @Schema(
                description =
                        "A scenario document: an object, or a text of YAML or JSON; its schema is at /schemas/scenario",
                types = {"object", "string"})
        @Nullable
        Object scenarioDocument,

        @CodePointLength(max = 255)
        @Schema(description = "A scenario of the library", example = "price-increase")
        @Nullable
        String scenarioId,

        @CodePointLength(max = 255) @Nullable String name,
        @CodePointLength(max = 1000) @Nullable String description,
        @Valid @Nullable Config config,

        @Storable @Schema(description = "Facts every agent is given from the first turn") @Nullable
        Map<String, Object> initialContext) {

    /**
     * How it is to be run.
     *
     * @param agents roles; a role named twice gets two seats, none or an empty list means all that ship
     * @param rounds rounds of replies in a turn
     * @param seed origin of every draw; the same seed draws the same
     * @param budget a hard cap on what is spent
     */
    @Schema(name = "StartConfig")
    record Config(
            @Min(1) @Max(Settings.MOST_TURNS) @Schema(defaultValue = "50") @Nullable
            Integer maxTurns,

            @Size(max = Settings.MOST_AGENTS)
            @Schema(description = "Who takes part; a role named twice gets two seats, an empty list means all roles")
            @Nullable
            List<@NotNull @KnownRole String> agents,

            @DecimalMin("0") @DecimalMax("2") @Schema(defaultValue = "0.7") @Nullable
            Double temperature,

            @Schema(defaultValue = "true") @Nullable Boolean enableMemory,
            @Schema(defaultValue = "true") @Nullable Boolean enableAnalytics,

            @Min(0)
            @Max(3)
            @Schema(description = "Rounds of replies after the first positions", defaultValue = "1")
            @Nullable
            Integer rounds,

            @Seed
            @Schema(
                    description =
                            "A string or an integer from which chance is drawn; as answered, it repeats the draws",
                    types = {"string", "integer"},
                    example = "42")
            @Nullable
            Object seed,

            @Valid @Schema(description = "What it may spend, with everything that is forked from it") @Nullable
            BudgetRequest budget) {

        static final Config DEFAULT = new Config(null, null, null, null, null, null, null, null);
    }

    Config configOrDefault() {
        return config == null ? Config.DEFAULT : config;
    }
}
