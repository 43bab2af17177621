package io.synthforce.workflows.grounding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers a simulation can vouch for, each from the moment it was there. A number of an utterance is grounded when one
 * of them is the same number, or becomes it by rounding: to whole units or finer, or to two significant digits or more.
 * Signs do not count ("down by 40" is −40); per cents are grounded by per cents only.
 */
public final class Evidence {

    /** Nothing anybody could rely on. */
    public static final Evidence NONE = new Evidence(null, List.of());

    private static final int LEAST_DIGITS = 2;
    private static final int MOST_DIGITS = 6;
    private static final double MOST_BY_UNITS = 0.51;
    private static final double MOST_BY_DIGITS = 0.06;

    /** @param until the last moment it counts at; derived numbers are forgotten, numbers of ledger and sources are not */
    record Known(BigDecimal value, boolean percent, Moment from, Moment until) {

        private boolean isAt(Moment moment) {
            return from.compareTo(moment) <= 0 && moment.compareTo(until) <= 0;
        }

        private boolean grounds(Numeral numeral) {
            BigDecimal said = numeral.value();
            if (percent != numeral.percent() || !isNear(said.doubleValue())) {
                return false;
            }
            int scale = Math.max(0, said.scale());
            if (value.setScale(scale, RoundingMode.HALF_UP).compareTo(said) == 0) {
                return said.signum() != 0 || value.signum() == 0;
            }
            for (int digits = LEAST_DIGITS; digits <= MOST_DIGITS; digits++) {
                BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_UP));
                if (rounded.scale() <= 0 && rounded.compareTo(said) == 0) {
                    return true;
                }
            }
            return false;
        }

        /** No rounding that counts moves a number further; exact arithmetic is for the few that pass. */
        private boolean isNear(double said) {
            return Math.abs(value.doubleValue() - said) <= Math.max(MOST_BY_UNITS, MOST_BY_DIGITS * said);
        }
    }

    private final @Nullable Evidence before;
    private final List<Known> known;

    /** @param before what it adds to, shared and not copied: evidence of a long run is as long as the run */
    Evidence(@Nullable Evidence before, Collection<Known> known) {
        this.before = before;
        this.known = List.copyOf(known);
    }

    /** What is gathered further, on top of this. */
    public Gathering more() {
        return new Gathering(this);
    }

    public boolean holds(Numeral numeral, Moment moment) {
        for (Evidence evidence = this; evidence != null; evidence = evidence.before) {
            if (evidence.known.stream().anyMatch(one -> one.isAt(moment) && one.grounds(numeral))) {
                return true;
            }
        }
        return false;
    }
}
