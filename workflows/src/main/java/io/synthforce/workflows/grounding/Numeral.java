package io.synthforce.workflows.grounding;

import java.math.BigDecimal;

/**
 * A number as somebody wrote it.
 *
 * @param start its place in the text, {@code end} exclusive
 * @param value without its sign; its scale is that of the last digit written, also after a multiplier ({@code 1.5k}: 1.5E+3)
 * @param marked whether it has a currency or a multiplier
 * @param label whether it is a name or a place in an order rather than a quantity: years, dates, ordinals, list numbers
 */
public record Numeral(
        String written, int start, int end, BigDecimal value, boolean percent, boolean marked, boolean label) {

    private static final BigDecimal SPOKEN = BigDecimal.TEN;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * Whether it says something that has to rest on something. Whole numbers below ten are how people talk ("two reasons"),
     * and so is a hundred per cent.
     */
    public boolean isClaim() {
        if (label) {
            return false;
        }
        if (percent) {
            return value.compareTo(WHOLE) != 0;
        }
        return marked
                || value.compareTo(SPOKEN) >= 0
                || value.stripTrailingZeros().scale() > 0;
    }

    /** Read as what follows it: in “10 to 15 %” the ten is of a hundred, too. */
    Numeral like(Numeral next, BigDecimal multiplier) {
        return new Numeral(
                written, start, end, Quantities.times(value, multiplier), next.percent, marked || next.marked, label);
    }
}
