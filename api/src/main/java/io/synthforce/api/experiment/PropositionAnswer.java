package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.experiment.PropositionFinding;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.judging.Holds;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.judging.Quote;
import io.synthforce.workflows.judging.Ruling;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proposition that a model judged in every run, and how far that may be believed.
 *
 * @param checked whether labels of people vouch for the judge; without them there is no verdict
 * @param told the same in words
 * @param shares in how many runs of every option and of no change it holds; shares of runs, no probabilities
 * @param sensitivity of the labelled runs in which it holds, those in which the judge said so
 * @param specificity of the labelled runs in which it does not, those in which the judge said so
 * @param disputed runs on which people do not agree; they count for nothing
 * @param judgedAgain of the runs that were judged twice, those judged alike
 * @param judgedNegated of the runs in which the contrary was judged, too, those in which that said the same
 * @param judgeInCast whether a model that judged also spoke in the runs
 */
@Schema(name = "JudgedProposition")
record PropositionAnswer(
        String proposition,
        boolean checked,
        String told,
        List<ShareOfRuns> shares,
        Agreement sensitivity,
        Agreement specificity,
        int labelled,
        int disputed,
        Agreement judgedAgain,
        Agreement judgedNegated,
        List<String> models,
        boolean judgeInCast,
        List<RulingAnswer> rulings) {

    /**
     * One option, or no change.
     *
     * @param option null for no change
     * @param n runs with a clear ruling
     * @param low of the judged share, Wilson's 95 % interval
     * @param corrected the share, corrected by the labels; null without enough of them
     * @param unclear runs of which the record does not tell
     * @param unusable runs without a usable ruling
     */
    @Schema(name = "JudgedShare")
    record ShareOfRuns(
            @Nullable String option,
            int holds,
            int n,
            @Nullable Double share,
            double low,
            double high,
            @Nullable Double corrected,
            @Nullable Double correctedLow,
            @Nullable Double correctedHigh,
            int unclear,
            int unusable) {

        private static ShareOfRuns of(@Nullable String option, PropositionFinding.Arm arm) {
            Interval interval = arm.holds().wilson();
            Interval corrected = arm.interval();
            return new ShareOfRuns(
                    option,
                    arm.holds().seen(),
                    arm.holds().n(),
                    arm.holds().n() == 0 ? null : arm.holds().share(),
                    interval.low(),
                    interval.high(),
                    arm.corrected(),
                    corrected == null ? null : corrected.low(),
                    corrected == null ? null : corrected.high(),
                    arm.unclear(),
                    arm.unusable());
        }
    }

    /** How many of how many. */
    @Schema(name = "JudgedAgreement")
    record Agreement(int agreed, int n) {

        private static Agreement of(Proportion proportion) {
            return new Agreement(proportion.seen(), proportion.n());
        }
    }

    /**
     * What the judge said of one run.
     *
     * @param asked {@code first} counts; {@code again} and {@code negated} test the judge
     * @param holds {@code true}, {@code false} or {@code unclear}, of the statement as it was put; null without a usable answer
     * @param evidence each quote was found in the run, word for word
     * @param leftOut so many characters of the run were not shown to the judge
     */
    @Schema(name = "Ruling")
    record RulingAnswer(
            UUID sessionId,
            @Nullable String option,
            @Schema(example = "first") String asked,
            @Schema(example = "true") @Nullable String holds,
            List<Evidence> evidence,
            String reason,
            @Nullable String model,
            boolean scripted,
            int leftOut) {

        private static RulingAnswer of(BranchRun run, @Nullable String option, Ruling ruling) {
            Holds holds = ruling.holds();
            return new RulingAnswer(
                    run.branch(),
                    option,
                    Words.of(ruling.matter().asking()),
                    holds == null ? null : holds.word(),
                    ruling.evidence().stream().map(Evidence::of).toList(),
                    ruling.reason(),
                    ruling.model(),
                    ruling.scripted(),
                    ruling.leftOut());
        }
    }

    /** @param source the turn, who spoke and in which part of it */
    @Schema(name = "RulingEvidence")
    record Evidence(@Schema(example = "t2.ceo.position") String source, String quote) {

        private static Evidence of(Quote quote) {
            return new Evidence(quote.source(), quote.quote());
        }
    }

    /** Nothing is told before the experiment is over. */
    static List<PropositionAnswer> all(Experiment experiment, List<BranchRun> runs) {
        if (!experiment.state().isTold()) {
            return List.of();
        }
        List<RunRecord> records =
                runs.stream().map(BranchRun::record).filter(Objects::nonNull).toList();
        return PropositionFinding.all(experiment.plan(), records).stream()
                .map(finding -> of(experiment, runs, finding))
                .toList();
    }

    private static PropositionAnswer of(Experiment experiment, List<BranchRun> runs, PropositionFinding finding) {
        List<PropositionFinding.Arm> arms = finding.arms();
        return new PropositionAnswer(
                finding.proposition(),
                finding.unchecked() == null,
                finding.told(),
                Stream.concat(
                                arms.subList(0, arms.size() - 1).stream().map(arm -> ShareOfRuns.of(arm.name(), arm)),
                                Stream.of(ShareOfRuns.of(null, arms.getLast())))
                        .toList(),
                Agreement.of(finding.judge().sensitivity()),
                Agreement.of(finding.judge().specificity()),
                finding.labelled(),
                finding.disputed(),
                Agreement.of(finding.again()),
                Agreement.of(finding.negated()),
                finding.models(),
                finding.inCast(),
                runs.stream()
                        .flatMap(run -> rulings(experiment, run, finding.proposition()))
                        .toList());
    }

    private static Stream<RulingAnswer> rulings(Experiment experiment, BranchRun run, String proposition) {
        RunRecord record = run.record();
        String option = run.run().changesNothing()
                ? null
                : experiment.plan().option(run.run()).name();
        return record == null
                ? Stream.empty()
                : record.judged(proposition).map(Judged::rulings).stream()
                        .flatMap(List::stream)
                        .map(ruling -> RulingAnswer.of(run, option, ruling));
    }
}
