package io.synthforce.workflows.journal;

import io.synthforce.workflows.world.Parameter;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.function.Function;

/** The numbers a formula may name: the ledger as it stands, and the parameters as they were drawn. */
public record Readings(World world, SimulationState state) implements Function<String, BigDecimal> {

    /**
     * The number of that name.
     *
     * @throws IllegalArgumentException if the world has none
     */
    @Override
    public BigDecimal apply(String name) {
        return world.parameter(name).map(this::value).orElseGet(() -> state.value(name));
    }

    /** What is certain is what the world says, whatever was drawn when it was not. */
    public BigDecimal value(Parameter parameter) {
        return state.drawn().stream()
                .filter(drawn -> !parameter.certain() && drawn.stream().equals(parameter.stream()))
                .findFirst()
                .map(Drawn::value)
                .orElse(parameter.value().mode());
    }
}
