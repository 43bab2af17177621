package io.synthforce.workflows.budget;

import io.synthforce.workflows.budget.Terms.Limits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something asked for will take, as ranges that what it really takes lies in while the assumptions hold.
 *
 * @param turns that are played, over all branches
 * @param requests to the model
 * @param usd null when a price is not known
 * @param seconds from its beginning to its end, when nothing else uses the limits
 * @param worstTurn what a budget must leave room for before one turn begins
 * @param limits that were assumed, null when none are known
 * @param measured how many answered calls of this installation the completions and latencies are from; 0 for none
 */
public record Estimate(
        int turns,
        Range requests,
        Range tokens,
        @Nullable Money usd,
        Range seconds,
        Amount worstTurn,
        @Nullable Limits limits,
        long measured,
        List<String> assumptions) {

    /** Of both together, played beside each other at best and one after the other at worst. */
    public Estimate beside(Estimate other) {
        return new Estimate(
                turns + other.turns,
                requests.plus(other.requests),
                tokens.plus(other.tokens),
                usd == null || other.usd == null ? null : usd.plus(other.usd),
                new Range(Math.max(seconds.low, other.seconds.low), seconds.high + other.seconds.high),
                worstTurn.tokens() >= other.worstTurn.tokens() ? worstTurn : other.worstTurn,
                limits,
                measured,
                assumptions);
    }

    /** Both ends included. */
    public record Range(long low, long high) {

        Range plus(Range other) {
            return new Range(low + other.low, high + other.high);
        }

        Range times(long times) {
            return new Range(low * times, high * times);
        }
    }

    /** In US dollars, both ends included. */
    public record Money(BigDecimal low, BigDecimal high) {

        Money plus(Money other) {
            return new Money(low.add(other.low), high.add(other.high));
        }
    }
}
