package io.synthforce.store.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Which simulations are looked for.
 *
 * @param status in the words of the API, null for all
 * @param text found in name, description or scenario whatever its case, null for any
 */
public record SimulationFilter(
        @Nullable String status, @Nullable String text) {

    public static final SimulationFilter ALL = new SimulationFilter(null, null);
}
