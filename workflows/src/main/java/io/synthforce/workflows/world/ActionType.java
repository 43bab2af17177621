package io.synthforce.workflows.world;

import java.math.BigDecimal;
import java.util.List;

/**
 * One choice of the catalogue. Its magnitudes are the world's, never the proposer's.
 *
 * @param cost taken from {@code costIndicator} at once
 * @param authority roles that may order it; empty means anyone
 * @param excludes actions that cannot be taken in the same turn
 */
public record ActionType(
        String id,
        String description,
        BigDecimal cost,
        String costIndicator,
        List<String> authority,
        List<String> excludes,
        List<Effect> effects) {

    public ActionType {
        cost = Quantity.exact(cost);
        authority = List.copyOf(authority);
        excludes = List.copyOf(excludes);
        effects = List.copyOf(effects);
    }

    public boolean mayBeOrderedBy(String role) {
        return authority.isEmpty() || authority.contains(role);
    }
}
