package io.synthforce.api.scenario;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The library has no scenario of that id. */
final class UnknownScenario extends Refused {

    private static final long serialVersionUID = 1L;

    UnknownScenario(String id) {
        super(
                HttpStatus.NOT_FOUND,
                "scenario_not_found",
                "There is no scenario '%s'; GET /scenarios shows them all.".formatted(id));
    }
}
