package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.synthforce.api.wire.Storable;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be otherwise, as callers write it.
 *
 * @param type what kind of thing
 * @param target which one of its kind
 * @param change how it is to be
 * @param description for people; it has no effect
 */
@Schema(name = "Modification")
public record Modification(
        @NotNull
        @Schema(
                description = "context, scenario, agent, cast_added, cast_removed, indicator, parameter, event,"
                        + " event_removed, rule, rule_removed or decision_rule. Where cast_removed takes away who alone"
                        + " settles an issue, the majority settles it. Among the modifications of a what-if, any other"
                        + " word is what a fact of the context is called",
                example = "context")
        String type,

        @NotNull
        @CodePointLength(max = 5000)
        @Schema(
                description = "A name for a fact, or the seat, role, indicator, parameter, event, rule or issue",
                example = "market")
        String target,

        @NotNull @Storable @Schema(description = "How it is to be", example = "{\"condition\": \"recession\"}")
        Map<String, Object> change,

        @CodePointLength(max = 5000) @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        String description) {}
