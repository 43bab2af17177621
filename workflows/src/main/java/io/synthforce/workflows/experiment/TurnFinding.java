package io.synthforce.workflows.experiment;

import java.util.List;

/**
 * What was seen after one turn of the branches.
 *
 * @param turn of the simulation
 * @param probability as {@link Score#probability} on the primary outcome after this turn
 */
public record TurnFinding(
        int turn,
        String summary,
        List<String> keyChanges,
        List<String> risks,
        List<String> opportunities,
        double probability) {}
