package io.synthforce.store.budget;

import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.budget.Budget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is left does not cover the worst case of a turn, or of calls beside one.
 *
 * @param raise how it is raised, to be followed by what with
 */
public record Shortage(String raise, Balance balance, Amount need) {

    public static final String ERROR = "budget_exhausted";

    /** What is left, what is needed and how to go on, in words. */
    public String detail() {
        return detail("next turn", "Nothing was played");
    }

    /**
     * The same of something else that is asked for.
     *
     * @param what it is, in words; {@code nothing} what did not come of it
     */
    public String detail(String what, String nothing) {
        List<String> parts = new ArrayList<>();
        List<String> enough = new ArrayList<>();
        Budget budget = balance.budget();
        Amount gone = balance.spent().plus(balance.reserved());
        if (budget.maxTokens() != null && gone.tokens() + need.tokens() > budget.maxTokens()) {
            parts.add(String.format(
                    Locale.ROOT,
                    "%d of %d tokens are left (%d spent, %d reserved) and it can need %d at worst",
                    balance.tokensLeft(),
                    budget.maxTokens(),
                    balance.spent().tokens(),
                    balance.reserved().tokens(),
                    need.tokens()));
            enough.add("max_tokens of at least " + (gone.tokens() + need.tokens()));
        }
        BigDecimal usd = gone.plus(need).usd();
        if (budget.maxUsd() != null && usd == null) {
            parts.add("max_usd cannot be kept, because the price of a model that may be asked is not known");
            enough.add("max_tokens instead of max_usd");
        } else if (budget.maxUsd() != null && usd != null && usd.compareTo(budget.maxUsd()) > 0) {
            parts.add("%s of %s USD are left and it can need %s at worst"
                    .formatted(plain(balance.usdLeft()), plain(budget.maxUsd()), plain(need.usd())));
            enough.add("max_usd of at least " + plain(usd));
        }
        return "The budget does not cover the %s: %s. %s; %s %s, and ask again under another Idempotency-Key."
                .formatted(what, String.join("; ", parts), nothing, raise, String.join(" and ", enough));
    }

    private static String plain(@Nullable BigDecimal usd) {
        return usd == null ? "none" : usd.stripTrailingZeros().toPlainString();
    }
}
