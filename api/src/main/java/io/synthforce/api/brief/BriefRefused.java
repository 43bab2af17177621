package io.synthforce.api.brief;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** Of this experiment no brief can be written. */
final class BriefRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private BriefRefused(String error, String detail) {
        super(HttpStatus.CONFLICT, error, detail);
    }

    static BriefRefused tooEarly() {
        return new BriefRefused(
                "experiment_in_progress",
                "Its runs are still being played, and nothing is told before that is over; ask again then.");
    }

    static BriefRefused nothingToTell() {
        return new BriefRefused(
                "nothing_to_tell",
                "Not one block of runs was played as a whole, so there is nothing to write of; ask the what-if again.");
    }
}
