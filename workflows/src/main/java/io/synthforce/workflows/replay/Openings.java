package io.synthforce.workflows.replay;

import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.change.Fork;
import io.synthforce.workflows.journal.Beginning;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.Draws;
import java.util.List;

/** What a journal begins with, worked out once more. */
public final class Openings {

    private Openings() {}

    public static List<SimulationEvent> started(Scenario scenario) {
        return Beginning.of(
                ContentHash.of(scenario), scenario.world(), new Draws(scenario.rootSeed(), scenario.repeat()));
    }

    /**
     * Of a branch.
     *
     * @param parent the scenario it was forked from
     * @param scenario as it has it, of which only name, length and repeat are taken
     * @param state after the turn it was forked after
     * @throws io.synthforce.workflows.change.InvalidChange if the parent's scenario does not allow a change
     */
    public static List<SimulationEvent> forked(
            Scenario parent, Scenario scenario, List<Change> changes, SimulationState state) {
        Scenario before = parent.branch(scenario.name(), scenario.settings().maxTurns(), scenario.repeat());
        return Fork.of(before, state, ContentHash.of(state)).with(changes).events();
    }
}
