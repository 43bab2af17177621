package io.synthforce.store.simulation;

import io.synthforce.workflows.budget.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation may cost and was expected to cost when it was started.
 *
 * @param budget the cap on everything forked from it, null for none
 * @param estimate as it was shown, JSON; null when none could be made
 */
public record Spending(@Nullable Budget budget, @Nullable String estimate) {

    static final Spending UNLIMITED = new Spending(null, null);
}
