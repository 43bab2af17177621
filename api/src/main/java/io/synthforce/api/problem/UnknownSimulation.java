package io.synthforce.api.problem;

import java.util.UUID;
import org.springframework.http.HttpStatus;

/** There is no simulation of that id, or it was deleted. */
public final class UnknownSimulation extends Refused {

    private static final long serialVersionUID = 1L;

    public UnknownSimulation(UUID simulation) {
        super(HttpStatus.NOT_FOUND, "simulation_not_found", "There is no simulation " + simulation + ".");
    }
}
