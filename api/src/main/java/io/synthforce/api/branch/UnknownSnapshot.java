package io.synthforce.api.branch;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The turn was not played yet. */
final class UnknownSnapshot extends Refused {

    private static final long serialVersionUID = 1L;

    UnknownSnapshot(int turn) {
        super(HttpStatus.NOT_FOUND, "snapshot_not_found", "Turn %d was not played yet.".formatted(turn));
    }
}
