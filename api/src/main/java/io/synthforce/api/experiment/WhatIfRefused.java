package io.synthforce.api.experiment;

import io.synthforce.api.problem.Refused;
import io.synthforce.store.budget.Shortage;
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

    static WhatIfRefused overBudget(Shortage shortage) {
        return new WhatIfRefused(HttpStatus.CONFLICT, Shortage.ERROR, shortage.detail());
    }

    static WhatIfRefused unknown() {
        return new WhatIfRefused(HttpStatus.NOT_FOUND, "experiment_not_found", "There is no such experiment.");
    }

    static WhatIfRefused over() {
        return new WhatIfRefused(
                HttpStatus.CONFLICT, "experiment_over", "The experiment is over already; there is nothing to cancel.");
    }
}
