package io.synthforce.api.simulation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What starts of simulations are held to, and what they get where they say nothing.
 *
 * @param maxTurns the most turns a simulation may have here, 1 to 500
 * @param temperature how freely models answer unless a start says otherwise, 0 to 2
 */
@ConfigurationProperties("synthforce.start")
public record StartSettings(int maxTurns, double temperature) {

    private static final int USUAL_TURNS = 50;

    int defaultTurns() {
        return Math.min(USUAL_TURNS, maxTurns);
    }
}
