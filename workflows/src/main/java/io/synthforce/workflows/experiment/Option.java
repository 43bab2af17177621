package io.synthforce.workflows.experiment;

import io.synthforce.workflows.change.Change;
import java.util.List;

/** One way things could be otherwise: a name, and what is changed in every branch that is played for it. */
public record Option(String name, List<Change> changes) {

    public Option {
        changes = List.copyOf(changes);
    }
}
