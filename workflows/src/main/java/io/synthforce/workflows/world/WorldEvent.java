package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to the company: on a fixed turn ({@code onTurn} > 0) or by chance in any turn
 * ({@code probability}).
 *
 * @param domains what it is about, by the domains of roles; empty when it concerns everybody who learns of it
 * @param once whether it can be drawn only once
 * @param probabilityFormula what the probability follows from, read as from 0 to 1, or null
 */
public record WorldEvent(
        String id,
        String description,
        int onTurn,
        double probability,
        Visibility visibility,
        List<Effect> effects,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> domains,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean once,

        @Nullable Formula probabilityFormula) {

    public WorldEvent {
        effects = List.copyOf(effects);
        domains = domains == null ? List.of() : List.copyOf(domains);
    }

    public WorldEvent(
            String id,
            String description,
            int onTurn,
            double probability,
            Visibility visibility,
            List<Effect> effects) {
        this(id, description, onTurn, probability, visibility, effects, List.of(), false, null);
    }

    public boolean scheduled() {
        return onTurn > 0;
    }

    /** How likely it is as the numbers stand. */
    public double probability(Function<String, BigDecimal> numbers) {
        return Chances.of(probability, probabilityFormula, numbers);
    }

    public WorldEvent withProbability(double other) {
        return new WorldEvent(id, description, onTurn, other, visibility, effects, domains, once, null);
    }
}
