package io.synthforce.workflows.budget;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.workflows.budget.TurnCalls.Call;
import io.synthforce.workflows.scenario.Seat;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How models are asked here and what they cost: what worst cases and estimates are reckoned from.
 *
 * @param maxTokens the completion limit of a call; it is doubled when a call is asked again for want of tokens
 * @param retries after how many more faults than the first a call is given up
 * @param agents the model of positions and replies, unless a role has its own
 * @param coordinator the model of disagreements and minutes
 * @param judge the model of the analysis, of rulings on propositions and of checks of what was written
 * @param writer the model of briefs; that of the agents in rows of a release that had no other
 * @param fallbacks models that may answer instead
 * @param limits what the provider allows, null when that is not known
 * @param keys a fingerprint of the endpoint and the keys these hold for, null when it is not known
 */
public record Terms(
        int maxTokens,
        int retries,
        String agents,
        String coordinator,
        String judge,
        String writer,
        Map<String, String> roles,
        List<String> fallbacks,
        List<Tariff> tariffs,
        @Nullable Limits limits,
        @Nullable String keys) {

    /** Stands for whatever model is asked, where they all cost the same. */
    public static final String ANY = "*";

    public Terms {
        writer = requireNonNullElse(writer, agents);
        roles = new LinkedHashMap<>(roles);
        fallbacks = List.copyOf(fallbacks);
        tariffs = List.copyOf(tariffs);
    }

    /**
     * What a model costs.
     *
     * @param model its name, or {@link #ANY}
     * @param version where the price is from, and as of when
     */
    public record Tariff(String model, Price price, String version) {}

    /**
     * What an organisation may ask of one model; null where there is no such limit.
     *
     * @param source how these are known
     */
    public record Limits(
            @Nullable Long requestsPerMinute,
            @Nullable Long requestsPerDay,
            @Nullable Long tokensPerMinute,
            @Nullable Long tokensPerDay,
            String source) {}

    /** The model that is asked, and those that may stand in for it. */
    public List<String> models(Call call) {
        String usual = switch (call.phase()) {
            case POSITION, REPLY, INTERVIEW, BASELINE -> roles.getOrDefault(call.role(), agents);
            case DISAGREEMENTS, MINUTES -> coordinator;
            case ANALYSIS, JUDGE, ENTAILMENT -> judge;
            case BRIEF -> writer;
        };
        String model = requireNonNullElse(call.model(), usual);
        return Stream.concat(Stream.of(model), fallbacks.stream()).distinct().toList();
    }

    /**
     * Models that may be asked and whose price is not known.
     *
     * @param cast of a scenario, which may name models of its own
     */
    public List<String> unpriced(List<Seat> cast) {
        return Stream.of(
                        Stream.of(agents, coordinator, judge, writer),
                        roles.values().stream(),
                        fallbacks.stream(),
                        cast.stream().map(Seat::model).filter(Objects::nonNull))
                .flatMap(models -> models)
                .distinct()
                .filter(model -> price(model).isEmpty())
                .toList();
    }

    public Optional<Price> price(String model) {
        return tariffs.stream()
                .filter(tariff -> tariff.model().equals(model) || tariff.model().equals(ANY))
                .findFirst()
                .map(Tariff::price);
    }

    /** The most that tokens can cost, whoever of the models answers; null when one has no known price. */
    @Nullable
    BigDecimal dearest(List<String> models, long prompt, long completion) {
        BigDecimal dearest = BigDecimal.ZERO;
        for (String model : models) {
            Optional<Price> price = price(model);
            if (price.isEmpty()) {
                return null;
            }
            dearest = dearest.max(price.get().of(prompt, 0, completion));
        }
        return dearest;
    }
}
