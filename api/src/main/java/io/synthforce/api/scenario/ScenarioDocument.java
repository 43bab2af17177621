package io.synthforce.api.scenario;

import io.synthforce.api.budget.BudgetRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A document as it is written, once its shape is known to be right. Its members are explained in the schema. */
record ScenarioDocument(
        String name,
        @Nullable String description,
        String text,
        ClockPart clock,
        String horizon,
        @Nullable String speaking,
        @Nullable Integer rounds,
        @Nullable Double temperature,
        @Nullable JsonNode seed,
        @Nullable Map<String, Object> context,
        @Nullable List<AttachmentPart> attachments,
        @Nullable BudgetRequest budget,
        List<Member> cast,
        List<IssuePart> issues,
        @Nullable WorldPart world) {

    record AttachmentPart(String id, @Nullable String title, String type, String text) {}

    record ClockPart(String start, String step) {}

    record Member(
            String role,
            @Nullable String name,
            @Nullable String description,
            @Nullable String persona,
            @Nullable List<String> responsibilities,
            @Nullable List<String> domains,
            @Nullable Traits traits,
            @Nullable List<String> goals,
            @Nullable Map<String, Object> knows,
            @Nullable String model,
            @Nullable List<String> authority,
            @Nullable Integer priority) {}

    record Traits(
            @Nullable Double assertiveness,
            @Nullable Double analytical,
            @Nullable Double collaborative,
            @Nullable Double creative,
            @Nullable Double detailOriented) {}

    record IssuePart(
            String id,
            String question,
            List<String> options,
            @Nullable String rule,
            @Nullable String owner) {}

    record WorldPart(
            @Nullable List<ParameterPart> parameters,
            List<IndicatorPart> indicators,
            @Nullable List<RulePart> rules,
            @Nullable List<EventPart> events,
            @Nullable List<ActionPart> actions,
            @Nullable List<ActorPart> outside,
            @Nullable List<DeadlinePart> deadlines) {}

    record ParameterPart(String id, String description, BigDecimal low, BigDecimal mode, BigDecimal high) {}

    record IndicatorPart(
            String id,
            String name,
            String unit,
            String direction,
            @Nullable JsonNode start,
            @Nullable String formula,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable RuinPart ruin,
            @Nullable Boolean internal) {}

    record RuinPart(BigDecimal at, @Nullable Boolean ends) {}

    record RulePart(
            String id,
            @Nullable String description,
            String indicator,
            @Nullable BigDecimal constant,
            @Nullable JsonNode rate,
            @Nullable String source,
            @Nullable String formula) {}

    record EffectPart(
            String indicator,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal low,
            @Nullable BigDecimal mode,
            @Nullable BigDecimal high,
            @Nullable Integer after,
            @Nullable Integer ramp,
            @Nullable Integer lasts,
            @Nullable String scale) {}

    record EventPart(
            String id,
            String description,
            @Nullable String on,
            @Nullable Integer turn,
            @Nullable JsonNode probability,
            @Nullable Boolean once,
            @Nullable String visibility,
            @Nullable List<String> privateTo,
            @Nullable List<String> domains,
            @Nullable List<EffectPart> effects) {}

    record ActionPart(
            String id,
            String description,
            @Nullable Map<String, BigDecimal> cost,
            @Nullable List<String> authority,
            @Nullable List<String> excludes,
            @Nullable Boolean once,
            @Nullable List<EffectPart> effects) {}

    record ActorPart(String id, String name, List<MovePart> moves) {}

    record MovePart(
            String id,
            String description,
            @Nullable String toAction,
            @Nullable String toEvent,
            @Nullable WhenPart when,
            JsonNode probability,
            @Nullable List<EffectPart> effects) {}

    record WhenPart(
            String indicator,
            @Nullable BigDecimal above,
            @Nullable BigDecimal below) {}

    record DeadlinePart(
            String id,
            String description,
            String by,
            String indicator,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            @Nullable Boolean ends) {}
}
