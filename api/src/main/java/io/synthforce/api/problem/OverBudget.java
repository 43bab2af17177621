package io.synthforce.api.problem;

import io.synthforce.store.budget.Shortage;
import org.springframework.http.HttpStatus;

/** What is left of the budget does not cover it. */
public final class OverBudget extends Refused {

    private static final long serialVersionUID = 1L;

    /** @param detail what is left, what is needed and how to go on */
    public OverBudget(String detail) {
        super(HttpStatus.CONFLICT, Shortage.ERROR, detail);
    }
}
