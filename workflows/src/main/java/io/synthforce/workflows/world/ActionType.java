package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;

/**
 * One choice of the catalogue. Its magnitudes are the world's, never the proposer's.
 *
 * @param cost taken from {@code costIndicator} at once
 * @param authority roles that may order it; empty means anyone
 * @param excludes actions that cannot be taken in the same turn
 * @param once whether it can be taken only once
 */
public record ActionType(
        String id,
        String description,
        BigDecimal cost,
        String costIndicator,
        List<String> authority,
        List<String> excludes,
        List<Effect> effects,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean once) {

    public ActionType {
        cost = Quantity.exact(cost);
        authority = List.copyOf(authority);
        excludes = List.copyOf(excludes);
        effects = List.copyOf(effects);
    }

    public ActionType(
            String id,
            String description,
            BigDecimal cost,
            String costIndicator,
            List<String> authority,
            List<String> excludes,
            List<Effect> effects) {
        this(id, description, cost, costIndicator, authority, excludes, effects, false);
    }

    public boolean mayBeOrderedBy(String role) {
        return authority.isEmpty() || authority.contains(role);
    }

    public ActionType withCost(BigDecimal other) {
        return new ActionType(id, description, other, costIndicator, authority, excludes, effects, once);
    }
}
