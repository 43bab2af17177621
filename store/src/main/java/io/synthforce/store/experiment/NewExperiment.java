package io.synthforce.store.experiment;

import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Option;
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
        Design design) {

    public NewExperiment {
        options = List.copyOf(options);
    }
}
