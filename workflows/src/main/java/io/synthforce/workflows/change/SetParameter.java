package io.synthforce.workflows.change;

import java.math.BigDecimal;

/**
 * A number of the rules is another one from the fork on.
 *
 * @param parameter by its path, as {@link Parameters#names} lists them
 */
public record SetParameter(String parameter, BigDecimal value) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        return fork.with(Parameters.with(fork.scenario(), parameter, value));
    }
}
