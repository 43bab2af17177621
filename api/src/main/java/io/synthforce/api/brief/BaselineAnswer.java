package io.synthforce.api.brief;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.brief.CaseFile;
import io.synthforce.workflows.brief.Baseline;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.turn.Scripted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model of the cast answered when the question was put to it directly, with nothing simulated. Repeats of one question to
 * one model: n counts answers, not opinions.
 *
 * @param asked how often, of which {@code n} answers could be used
 * @param maxTokens room for each answer: what a run took on average, within limits
 * @param recommended in words
 */
@Schema(name = "BriefBaseline")
record BaselineAnswer(
        int asked,
        int n,
        int maxTokens,
        @Nullable String model,
        @Nullable String notice,
        List<OfOption> options,
        String recommended) {

    /**
     * The direct answers on an option.
     *
     * @param more answers that expect more of the outcome than without change; {@code less} and {@code same} likewise
     * @param low the least difference that was given, in the unit of the outcome; null without answers
     * @param agree answers that say what the verdict of the runs says; null where that says nothing
     */
    @Schema(name = "BriefBaselineOption")
    record OfOption(
            String option,
            int more,
            int less,
            int same,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Integer agree,
            String told) {}

    static BaselineAnswer of(Baseline baseline, CaseFile file) {
        Plan plan = file.experiment().plan();
        return new BaselineAnswer(
                baseline.asked(),
                baseline.answers().size(),
                baseline.maxTokens(),
                baseline.model(),
                baseline.scripted() ? Scripted.NOTICE : null,
                baseline.options(plan, file.brief().findings().options()).stream()
                        .map(one -> new OfOption(
                                one.option(),
                                one.up(),
                                one.down(),
                                one.same(),
                                one.low(),
                                one.high(),
                                one.agree(),
                                one.told()))
                        .toList(),
                baseline.recommended(plan));
    }
}
