package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A customer segment, competitor or anyone else outside, who answers what is public by response functions. */
public record OutsideActor(String id, String name, List<Response> responses) {

    public OutsideActor {
        responses = List.copyOf(responses);
    }

    /**
     * One move of the actor's catalogue. It answers an action, a public event or a number that passes a threshold;
     * without any of them it may be made in every turn.
     *
     * @param toAction the action that provokes it, or null
     * @param probability that it answers at all, unless there is a formula
     * @param toEvent the public event that provokes it, or null
     * @param when the threshold whose passing provokes it, or null
     * @param probabilityFormula what the probability follows from, read as from 0 to 1, or null
     */
    public record Response(
            String move,
            String description,
            @Nullable String toAction,
            double probability,

            @JsonAlias("effect") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Effect> effects,

            @Nullable String toEvent,
            @Nullable Crossing when,
            @Nullable Formula probabilityFormula) {

        public Response {
            effects = effects == null ? List.of() : List.copyOf(effects);
        }

        public Response(String move, String description, @Nullable String toAction, double probability, Effect effect) {
            this(move, description, toAction, probability, List.of(effect), null, null, null);
        }

        public boolean unprovoked() {
            return toAction == null && toEvent == null && when == null;
        }

        /** How likely it is as the numbers stand. */
        public double probability(Function<String, BigDecimal> numbers) {
            return Chances.of(probability, probabilityFormula, numbers);
        }

        public Response withProbability(double other) {
            return new Response(move, description, toAction, other, effects, toEvent, when, null);
        }
    }
}
