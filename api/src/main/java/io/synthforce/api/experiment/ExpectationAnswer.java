package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.experiment.Expectation;
import io.synthforce.workflows.experiment.Findings;
import io.synthforce.workflows.experiment.Plan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller expected of an option before it was played, beside what came of it.
 *
 * @param direction up, down or same, compared with no change; null where limits are given
 * @param low of the difference from no change, in the unit of the primary outcome; equal to high for one value
 * @param text in the caller's words
 * @param told beside the results; empty until it is over
 */
@Schema(name = "Expectation")
public record ExpectationAnswer(
        String option,
        @Schema(example = "up") @Nullable String direction,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String text,
        String told) {

    /** @param findings of all runs */
    public static List<ExpectationAnswer> of(Experiment experiment, Findings findings) {
        Plan plan = experiment.plan();
        boolean over = experiment.state().isTold();
        return plan.design().expectations().stream()
                .map(expected -> of(
                        expected,
                        plan.options().get(expected.option() - 1).name(),
                        over ? expected.told(findings.options().get(expected.option() - 1)) : ""))
                .toList();
    }

    private static ExpectationAnswer of(Expectation expected, String option, String told) {
        return new ExpectationAnswer(
                option,
                expected.course() == null ? null : Words.of(expected.course()),
                expected.low(),
                expected.high(),
                expected.text(),
                told);
    }
}
