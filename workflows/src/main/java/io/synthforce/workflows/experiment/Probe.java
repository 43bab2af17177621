package io.synthforce.workflows.experiment;

import io.synthforce.workflows.change.SetParameter;
import java.math.BigDecimal;
import java.util.List;

/**
 * An assumption tried at both ends while all others stay what they are.
 *
 * @param parameter by its path, as {@link io.synthforce.workflows.change.Parameters#names} lists them
 */
public record Probe(String parameter, BigDecimal low, BigDecimal high) {

    /** Low, then high. */
    public List<Option> options() {
        return List.of(option("low", low), option("high", high));
    }

    private Option option(String end, BigDecimal value) {
        return new Option(
                "%s %s (%s)".formatted(parameter, end, value.toPlainString()),
                List.of(new SetParameter(parameter, value)));
    }
}
