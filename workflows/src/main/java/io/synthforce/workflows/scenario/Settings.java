package io.synthforce.workflows.scenario;

import java.util.List;

/**
 * How a simulation is to be run.
 *
 * @param maxTurns 1 to 500
 * @param agents roles in the order they were asked for; empty means all that ship
 * @param temperature 0 to 2, sent with every agent's call
 * @param rounds rounds of replies after the positions, 0 to 3
 */
public record Settings(
        int maxTurns,
        List<String> agents,
        double temperature,
        boolean enableMemory,
        boolean enableAnalytics,
        int rounds) {

    public Settings {
        agents = List.copyOf(agents);
    }
}
