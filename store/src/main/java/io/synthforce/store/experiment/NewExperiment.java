package io.synthforce.store.experiment;

import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.Target;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A what-if that is asked for.
 *
 * @param body canonical JSON of the request, which its key stands for
 * @param asked what the answer repeats of the request, as JSON
 * @param baseTurn null for the turn the simulation is at when it is stored
 * @param turns how many are played after it
 * @param recordedInputs whether all branches are given what was asked of the same turns of the simulation
 * @param trunks how many are played from turn 0 on; none for the simulation's own turn
 * @param budget what its branches may spend, beside the budget of its simulation; null for no other cap
 */
public record NewExperiment(
        UUID id,
        UUID simulation,
        String key,
        String body,
        @Nullable String name,
        @Nullable String description,
        String asked,
        @Nullable Integer baseTurn,
        int turns,
        List<Option> options,
        int repeats,
        Target target,
        List<Target> secondary,
        Design design,
        boolean recordedInputs,
        int trunks,
        @Nullable Budget budget) {

    public NewExperiment {
        options = List.copyOf(options);
        secondary = List.copyOf(secondary);
    }

    /** @param base the last turn that all branches share */
    public Plan plan(int base) {
        return new Plan(
                base, base + turns, options, repeats, target, design, recordedInputs, secondary, trunks, List.of());
    }
}
