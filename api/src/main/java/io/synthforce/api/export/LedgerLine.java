package io.synthforce.api.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An indicator over one turn. The changes of its causes sum up to what it changed by.
 *
 * @param before null in turn 0, which it begins in
 */
record LedgerLine(
        int turn,
        LocalDate date,
        String indicator,
        String name,
        String unit,
        @Nullable BigDecimal before,
        BigDecimal after,
        List<Caused> causes) {

    /**
     * A change, and why.
     *
     * @param kind action, event, rule, outside, or change: what a branch was forked with
     * @param turn in which it was set off
     */
    record Caused(String kind, String name, int turn, BigDecimal by) {

        String inWords() {
            return "%s %s of turn %d: %s".formatted(kind.toLowerCase(Locale.ROOT), name, turn, Numbers.signed(by));
        }
    }

    BigDecimal change() {
        return before == null ? BigDecimal.ZERO : after.subtract(before);
    }
}
