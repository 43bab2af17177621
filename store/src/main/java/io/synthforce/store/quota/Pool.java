package io.synthforce.store.quota;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a provider's limits belong to: an organisation and a model.
 *
 * @param organisation a name, or what stands for a key whose organisation is not known; never a key
 * @param model with its tier, where that has limits of its own
 */
public record Pool(String organisation, String model) {

    /** All under one hash tag, so that a script may use them together in a cluster, too. */
    List<String> keys() {
        String tag = "synthforce:quota:{" + (organisation + " " + model).replaceAll("[{}]", "_") + "}:";
        return Stream.of("state", "flight", "queue", "owners").map(tag::concat).toList();
    }
}
