package io.synthforce.api.turn;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The turn was not played, and nobody asked for it. */
final class UnknownTurn extends Refused {

    private static final long serialVersionUID = 1L;

    UnknownTurn(int turn) {
        super(HttpStatus.NOT_FOUND, "turn_not_found", "Turn %d has not been played.".formatted(turn));
    }
}
