package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.OneOf;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.Swing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One bar of a tornado: an assumption at either end while all others stay what they are.
 *
 * @param width how far the means at both ends are apart, in the unit of the primary outcome
 */
@Schema(name = "TornadoBar")
record TornadoAnswer(String parameter, End low, End high, double width) {

    static TornadoAnswer of(Swing swing) {
        return new TornadoAnswer(
                swing.parameter(),
                End.of(swing.lowValue(), swing.low()),
                End.of(swing.highValue(), swing.high()),
                swing.width());
    }

    /**
     * One end of it, against no change.
     *
     * @param value of the parameter
     * @param difference of the primary outcome; null without runs
     */
    @Schema(name = "TornadoEnd")
    record End(
            BigDecimal value,
            @Nullable Double difference,
            @Nullable Double intervalLow,
            @Nullable Double intervalHigh,

            @OneOf(Verdict.class) @Schema(example = "undecided")
            String verdict) {

        static End of(BigDecimal value, OptionFinding option) {
            Interval interval = option.judgement().interval();
            return new End(
                    value,
                    option.difference(),
                    interval == null ? null : interval.low(),
                    interval == null ? null : interval.high(),
                    option.judgement().verdict().word());
        }
    }
}
