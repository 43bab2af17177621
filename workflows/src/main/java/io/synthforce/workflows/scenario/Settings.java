package io.synthforce.workflows.scenario;

import java.util.List;

/**
 * How a simulation is to be run.
 *
 * @param maxTurns 1 to {@link #MOST_TURNS}
 * @param agents roles in the order they were asked for; empty means all that ship
 * @param temperature 0 to 2, sent with every agent's call
 * @param rounds rounds of replies after the positions, 0 to 3
 * @param speaking who speaks where nobody is in focus
 */
public record Settings(
        int maxTurns,
        List<String> agents,
        double temperature,
        boolean enableMemory,
        boolean enableAnalytics,
        int rounds,
        Speaking speaking) {

    /** The longest simulation. */
    public static final int MOST_TURNS = 500;

    /** The most that a start or a turn's focus may name: each is asked at the same time in every turn. */
    public static final int MOST_AGENTS = 100;

    /** Who speaks in a turn, unless a request names who is in focus. */
    public enum Speaking {
        /** The whole cast. */
        ALL,
        /** Those whom the turn concerns. Nobody may be: then the world moves on and nobody speaks. */
        RELEVANT
    }

    public Settings {
        agents = List.copyOf(agents);
        speaking = speaking == null ? Speaking.ALL : speaking;
    }

    /** Everybody speaks. */
    public Settings(
            int maxTurns,
            List<String> agents,
            double temperature,
            boolean enableMemory,
            boolean enableAnalytics,
            int rounds) {
        this(maxTurns, agents, temperature, enableMemory, enableAnalytics, rounds, Speaking.ALL);
    }

    public Settings withMaxTurns(int turns) {
        return new Settings(turns, agents, temperature, enableMemory, enableAnalytics, rounds, speaking);
    }

    public Settings withAgents(List<String> others) {
        return new Settings(maxTurns, others, temperature, enableMemory, enableAnalytics, rounds, speaking);
    }

    public Settings withTemperature(double other) {
        return new Settings(maxTurns, agents, other, enableMemory, enableAnalytics, rounds, speaking);
    }

    public Settings withRounds(int other) {
        return new Settings(maxTurns, agents, temperature, enableMemory, enableAnalytics, other, speaking);
    }
}
