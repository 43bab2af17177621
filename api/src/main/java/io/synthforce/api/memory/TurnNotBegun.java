package io.synthforce.api.memory;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** Nobody has recalled anything in the turn yet. */
final class TurnNotBegun extends Refused {

    private static final long serialVersionUID = 1L;

    TurnNotBegun(int turn) {
        super(HttpStatus.NOT_FOUND, "turn_not_found", "Turn %d has not begun; name one that has.".formatted(turn));
    }
}
