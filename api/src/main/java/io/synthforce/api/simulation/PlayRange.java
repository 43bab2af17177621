package io.synthforce.api.simulation;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.store.simulation.SimulationRow;

/** How far a simulation can play on. */
public final class PlayRange {

    private PlayRange() {}

    /**
     * The one rule, for plays and for estimates of them.
     *
     * @param field where the turn stands in the request
     * @param repeated whether it may be a request of before, which is answered as it was
     * @throws InvalidRequest if the turn is out of reach
     */
    public static void check(String field, SimulationRow simulation, int untilTurn, boolean repeated) {
        if (untilTurn > simulation.maxTurns()) {
            throw new InvalidRequest(
                    field,
                    "less_than_equal",
                    "Input should be less than or equal to " + simulation.maxTurns() + ", the simulation's max_turns");
        }
        if (untilTurn <= simulation.currentTurn() && !repeated) {
            throw new InvalidRequest(
                    field,
                    "greater_than",
                    "Input should be greater than " + simulation.currentTurn() + ", the turn the simulation is at");
        }
    }
}
