package io.synthforce.api.branch;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The simulation cannot be forked like this. */
final class BranchRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private BranchRefused(String error, String detail) {
        super(HttpStatus.CONFLICT, error, detail);
    }

    static BranchRefused tooDeep(int most) {
        return new BranchRefused(
                "lineage_too_deep",
                "A simulation can have at most %d ancestors; fork one of them instead.".formatted(most));
    }
}
