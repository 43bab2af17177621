package io.synthforce.activities.groq;

import io.synthforce.workflows.budget.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A model as the endpoint lists it; of what providers add to such lists only what is needed is read.
 *
 * @param features what it can be held to; empty when the list does not say
 * @param price null when the list names none
 */
record Offer(String id, List<String> features, @Nullable Price price) {

    /** @return empty when it is no list of models */
    static List<Offer> in(String body) {
        var offers = new ArrayList<Offer>();
        try {
            for (var model : Json.tree(body).path("data")) {
                var id = model.path("id").asString("");
                if (!id.isEmpty() && model.path("active").asBoolean(true)) {
                    offers.add(new Offer(id, features(model), price(model.path("pricing"))));
                }
            }
        } catch (JacksonException noList) {
            return List.of();
        }
        return offers;
    }

    private static List<String> features(JsonNode model) {
        return model.path("supported_features")
                .valueStream()
                .map(feature -> feature.asString(""))
                .toList();
    }

    /** In USD per token, as decimal strings. */
    private static @Nullable Price price(JsonNode pricing) {
        var prompt = decimal(pricing, "prompt");
        var completion = decimal(pricing, "completion");
        if (prompt == null || completion == null) {
            return null;
        }
        var cached = decimal(pricing, "input_cache_read");
        return new Price(prompt, cached == null ? prompt : cached, completion);
    }

    private static @Nullable BigDecimal decimal(JsonNode pricing, String name) {
        var text = pricing.path(name).asString("");
        return text.matches("\\d{1,6}(\\.\\d{1,18})?") ? new BigDecimal(text) : null;
    }
}
