package io.synthforce.workflows.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One typed difference of a branch from what it is forked from. Stored with the branch under an explicit type name,
 * so names and members are added, never renamed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "context", value = SetContext.class),
    @Type(name = "scenario", value = AmendScenario.class),
    @Type(name = "agent", value = DirectAgent.class),
    @Type(name = "cast_added", value = AddSeat.class),
    @Type(name = "cast_removed", value = RemoveSeat.class),
    @Type(name = "indicator", value = SetIndicator.class),
    @Type(name = "parameter", value = SetParameter.class),
    @Type(name = "event", value = PutEvent.class),
    @Type(name = "event_removed", value = RemoveEvent.class),
    @Type(name = "rule", value = PutRule.class),
    @Type(name = "rule_removed", value = RemoveRule.class),
    @Type(name = "decision_rule", value = SetDecisionRule.class)
})
public sealed interface Change
        permits SetContext,
                AmendScenario,
                DirectAgent,
                AddSeat,
                RemoveSeat,
                SetIndicator,
                SetParameter,
                PutEvent,
                RemoveEvent,
                PutRule,
                RemoveRule,
                SetDecisionRule {

    /**
     * What a fork is with this change made.
     *
     * @throws InvalidChange if its scenario does not allow it
     */
    Fork applyTo(Fork fork);
}
