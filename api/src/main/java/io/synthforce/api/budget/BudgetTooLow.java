package io.synthforce.api.budget;

import io.synthforce.api.problem.Refused;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;

/** What was spent cannot be unspent, and a turn under way keeps what is reserved for it. */
public final class BudgetTooLow extends Refused {

    private static final long serialVersionUID = 1L;

    public BudgetTooLow(Balance balance) {
        super(HttpStatus.CONFLICT, "budget_below_spent", detail(balance.spent().plus(balance.reserved())));
    }

    private static String detail(Amount gone) {
        BigDecimal usd = gone.usd();
        return "A budget cannot be less than what is spent and reserved already: %d tokens%s. Ask for as much or more."
                .formatted(
                        gone.tokens(),
                        usd == null ? "" : ", " + usd.stripTrailingZeros().toPlainString() + " USD");
    }
}
