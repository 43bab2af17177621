package io.synthforce.api.brief;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** There is no such experiment, or it was deleted with its simulation. */
final class UnknownExperiment extends Refused {

    private static final long serialVersionUID = 1L;

    UnknownExperiment() {
        super(HttpStatus.NOT_FOUND, "experiment_not_found", "There is no such experiment.");
    }
}
