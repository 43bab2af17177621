package io.synthforce.api.experiment;

import io.synthforce.api.problem.Refused;
import org.springframework.http.HttpStatus;

/** The simulation cannot be asked like this. */
final class WhatIfRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private WhatIfRefused(HttpStatus status, String error, String detail) {
        super(status, error, detail);
    }

    static WhatIfRefused tooDeep() {
        return new WhatIfRefused(
                HttpStatus.CONFLICT,
                "lineage_too_deep",
                "The simulation has as many ancestors as one can have; ask one of them instead.");
    }

    static WhatIfRefused unknown() {
        return new WhatIfRefused(HttpStatus.NOT_FOUND, "experiment_not_found", "There is no such experiment.");
    }

    /** Whoever sees numbers before the end stops when they please, and is wrong more often than the intervals say. */
    static WhatIfRefused notOver() {
        return new WhatIfRefused(
                HttpStatus.CONFLICT,
                "experiment_in_progress",
                "Numbers are given when the experiment is over: whoever looks at them before and acts upon them is wrong more"
                        + " often than the intervals promise. GET /experiments/{id} shows how far it is; POST"
                        + " /experiments/{id}/cancel ends it and keeps whole blocks.");
    }

    static WhatIfRefused notPlayedOut() {
        return new WhatIfRefused(
                HttpStatus.CONFLICT,
                "experiment_not_played_out",
                "Repeats can be added when all that was asked for is played; this experiment goes on, it ended early, has"
                        + " trunks of its own, or is given recorded inputs, of which there may be others by now. Wait for its end, or ask another"
                        + " what-if.");
    }

    /** @param so what follows from that */
    static WhatIfRefused over(String so) {
        return new WhatIfRefused(
                HttpStatus.CONFLICT, "experiment_over", "The experiment is over already; %s.".formatted(so));
    }
}
