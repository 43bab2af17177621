package io.synthforce.workflows.budget;

import io.synthforce.workflows.turn.Phase;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param judge the model of the analysis
 * @param fallbacks models that may answer instead
 * @param limits what the provider allows, null when that is not known
 */
public record Terms(
        int maxTokens,
        int retries,
        String agents,
        String coordinator,
        String judge,
        Map<String, String> roles,
        List<String> fallbacks,
        List<Tariff> tariffs,
        @Nullable Limits limits) {

    public Terms {
        roles = new LinkedHashMap<>(roles);
        fallbacks = List.copyOf(fallbacks);
        tariffs = List.copyOf(tariffs);
    }

    /**
     * What a model costs.
     *
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
    public List<String> models(Phase phase, String role) {
        String model = switch (phase) {
            case POSITION, REPLY, INTERVIEW -> roles.getOrDefault(role, agents);
            case DISAGREEMENTS, MINUTES -> coordinator;
            case ANALYSIS -> judge;
        };
        return Stream.concat(Stream.of(model), fallbacks.stream()).distinct().toList();
    }

    /** Models that may be asked and whose price is not known. */
    public List<String> unpriced() {
        return Stream.of(Stream.of(agents, coordinator, judge), roles.values().stream(), fallbacks.stream())
                .flatMap(models -> models)
                .distinct()
                .filter(model -> price(model).isEmpty())
                .toList();
    }

    public Optional<Price> price(String model) {
        return tariffs.stream()
                .filter(tariff -> tariff.model().equals(model))
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
