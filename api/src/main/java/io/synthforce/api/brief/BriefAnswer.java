package io.synthforce.api.brief;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.experiment.ExpectationAnswer;
import io.synthforce.api.wire.OneOf;
import io.synthforce.workflows.comparison.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has shown, for whoever has to decide: reckoned by code, but for the prose and the baseline.
 *
 * @param state of the experiment: {@code running}, {@code cancelling}, {@code done} or {@code cancelled}
 * @param finished whether all runs that were to be played were; before that nothing is told of those that were
 * @param standing how far it is, in words
 * @param notice says so when a script spoke and no model
 * @param prose all this in sentences, if somebody had it written
 * @param options side by side, against no change; empty until it is finished
 * @param expectation what whoever asked expected before anything was played
 * @param baseline what a model says without a simulation; null until prose was written
 * @param runs what happened within the runs of each option and of no change; empty until it is finished
 * @param sources all that can be cited: D lines are reckoned, U lines were said
 */
@Schema(name = "Brief")
record BriefAnswer(
        UUID experimentId,
        UUID sessionId,
        @Nullable String name,
        @Nullable String description,
        @Schema(example = "done") String state,
        boolean finished,
        String standing,
        @Nullable String notice,
        ProseAnswer prose,
        Validity validity,
        Outcome outcome,
        List<OptionLine> options,
        List<ExpectationAnswer> expectation,
        @Nullable BaselineAnswer baseline,
        List<ArmLine> runs,
        Assumptions assumptions,
        CostLine cost,
        List<Source> sources,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /**
     * How far it may be believed.
     *
     * @param fromTurn the last turn all runs share
     * @param toTurn the last turn that was played
     */
    @Schema(name = "BriefValidity")
    record Validity(int fromTurn, int toTurn, String limit) {}

    /**
     * What options are judged by at the last turn.
     *
     * @param primary as data.csv names it
     * @param kind {@code indicator}, {@code ruin}, {@code decision}, {@code stance} or {@code proposition}
     */
    @Schema(name = "BriefOutcome")
    record Outcome(
            String primary,
            @Schema(example = "indicator") String kind,
            String name,
            String unit,
            @Schema(example = "up") String direction,
            @Nullable BigDecimal matters,
            int atTurn) {}

    /**
     * An option beside no change, as the comparison has it; in the unit of the outcome.
     *
     * @param n runs of the option that did not fail, {@code unchanged_n} runs without change
     * @param meanOf runs the mean is of: a level's are those that survived; {@code unchanged_of} those without change
     * @param intervalLow of the difference, 95 % for all options at once; null where there is none
     * @param verdict as in the experiment's result
     * @param noVerdict why there is none; null where there is one
     * @param repeatsNeeded about how many would decide, {@code repeats_needed_usd} about what all their runs will take
     * @param better of the pairs of runs that share their draws, those in which the option did better
     * @param ruined runs in which the company was ruined
     * @param firstDivergence the first turn in which it leaves what no change is like; null when it does not
     */
    @Schema(name = "BriefOption")
    record OptionLine(
            String name,
            int n,
            int unchangedN,
            int failed,
            @Nullable Double mean,
            int meanOf,
            @Nullable Double unchanged,
            int unchangedOf,
            @Nullable Double difference,
            @Nullable Double intervalLow,
            @Nullable Double intervalHigh,

            @OneOf(Verdict.class) @Schema(example = "undecided")
            String verdict,

            @Nullable String noVerdict,
            @Nullable Integer repeatsNeeded,
            @Nullable BigDecimal repeatsNeededUsd,
            int better,
            int equal,
            int worse,
            int ruined,
            int unchangedRuined,
            @Nullable Integer firstDivergence,
            List<String> diverges,
            List<OtherOutcome> secondary,
            String told) {}

    /**
     * What an option came to on another outcome than the one it is judged by: told, never judged.
     *
     * @param outcome as data.csv names it
     */
    @Schema(name = "BriefOtherOutcome")
    record OtherOutcome(
            @Schema(example = "customers") String outcome,
            String name,
            String unit,
            @Nullable Double mean,
            int meanOf,
            @Nullable Double unchanged,
            int unchangedOf,
            @Nullable Double difference) {}

    /**
     * What happened within an option's runs, or those without change.
     *
     * @param firstDifference the first turn in which its runs differ from each other; null when they do not
     * @param differs decisions, actions, events or indicators
     */
    @Schema(name = "BriefRuns")
    record ArmLine(
            String name,
            int n,
            @Nullable Integer firstDifference,
            List<String> differs,
            List<SplitLine> split,
            List<DissentLine> dissent) {}

    /**
     * What some of the runs had and others had not, with the mean outcome of both. A description, not a cause.
     *
     * @param what a decision, an action or an event
     */
    @Schema(name = "BriefSplit")
    record SplitLine(int turn, String what, int with, int without, double meanWith, double meanWithout) {}

    /**
     * Who still stood against what was decided when its last discussion was over, and in how many of the runs.
     *
     * @param sessionId the first of these runs, {@code turn} where it can be read there
     */
    @Schema(name = "BriefDissent")
    record DissentLine(
            String issue, String choice, String seat, int seen, int n, String told, UUID sessionId, int turn) {}

    /**
     * What it all rests on.
     *
     * @param changes by option
     * @param seed of the simulation; repeats draw from it
     * @param models that answered, by what they called themselves; SCRIPTED where a script did
     * @param inputs what runs are given after the fork of what the simulation itself was asked
     * @param planHash of options, outcome, repeats and rules, frozen when the experiment was asked for
     */
    @Schema(name = "BriefAssumptions")
    record Assumptions(
            @Nullable String scenarioName,
            String scenario,
            List<String> cast,
            List<Changed> changes,
            int repeats,
            boolean paired,
            @Nullable String stopRule,
            String seed,
            List<String> models,
            @Schema(example = "none") String inputs,
            String planHash) {}

    /** What an option changes. */
    @Schema(name = "BriefChanges")
    record Changed(String option, List<Map<String, Object>> changes) {}

    /**
     * What the branches took.
     *
     * @param openUsd reserved for requests whose outcome is not known
     * @param unpriced requests to models without a known price, which are in neither sum of money
     */
    @Schema(name = "BriefCost")
    record CostLine(
            int requests,
            long promptTokens,
            long completionTokens,
            BigDecimal usd,
            BigDecimal openUsd,
            int unpriced,
            int scripted,
            List<OptionCost> options) {}

    @Schema(name = "BriefOptionCost")
    record OptionCost(String option, int requests, BigDecimal usd) {}

    /**
     * Something that can be cited.
     *
     * @param kind {@code option}, {@code outcome}, {@code parting}, {@code split}, {@code dissent},
     *     {@code limit} (all reckoned) or {@code utterance}
     * @param sessionId the branch in which it was said
     */
    @Schema(name = "BriefSource")
    record Source(
            @Schema(example = "D1") String id,
            @Schema(example = "split") String kind,
            String text,
            @Nullable String option,
            @Nullable UUID sessionId,
            @Nullable Integer repeat,
            @Nullable Integer turn,
            @Nullable String seat) {}
}
