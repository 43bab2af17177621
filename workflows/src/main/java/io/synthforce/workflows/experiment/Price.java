package io.synthforce.workflows.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one more run will take, by what runs took so far.
 *
 * @param usd the mean of them; null when it is not known
 * @param why it is not; null when it is
 */
record Price(@Nullable BigDecimal usd, @Nullable String why) {

    private static final int CENTS = 2;
    private static final int SCALE = 9;

    static Price of(List<RunRecord> records) {
        List<RunRecord> played =
                records.stream().filter(record -> !record.failed()).toList();
        if (played.isEmpty()) {
            return new Price(null, "no run has ended");
        }
        if (played.stream().anyMatch(RunRecord::scripted)) {
            return new Price(null, "a script answered, at no cost");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (RunRecord record : played) {
            if (record.usd() == null) {
                return new Price(null, "the price of a model is not known");
            }
            sum = sum.add(record.usd());
        }
        return new Price(sum.divide(BigDecimal.valueOf(played.size()), SCALE, RoundingMode.HALF_UP), null);
    }

    /** In whole cents, rounded up; null when it is not known. */
    @Nullable
    BigDecimal of(int runs) {
        return usd == null ? null : usd.multiply(BigDecimal.valueOf(runs)).setScale(CENTS, RoundingMode.UP);
    }
}
