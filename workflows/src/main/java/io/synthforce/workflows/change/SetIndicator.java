package io.synthforce.workflows.change;

import io.synthforce.workflows.world.Indicator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of the ledger is another one at the fork; the journal names this change as its cause.
 *
 * @param value what it is set to, or null
 * @param by what is added to it, or null; one of the two is given
 */
public record SetIndicator(
        String indicator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal by) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        Indicator changed = Worlds.indicator(fork.scenario().world(), "target", indicator);
        if (value != null) {
            return fork.with(changed, value);
        }
        if (by == null) {
            throw new InvalidChange("value", "Give value, what it is set to, or by, what is added to it");
        }
        return fork.with(changed, fork.state().value(indicator).add(by));
    }
}
