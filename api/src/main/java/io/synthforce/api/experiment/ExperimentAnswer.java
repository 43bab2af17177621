package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.branch.RecordedInputs;
import io.synthforce.api.simulation.Standing.Waiting;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Trunk;
import io.synthforce.workflows.experiment.Findings;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.StopRule;
import io.synthforce.workflows.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A what-if and how far it is.
 *
 * @param state {@code running}, {@code cancelling}, {@code done}, {@code cancelled}, or {@code failed} when it met a defect
 * @param planHash of options, outcome, repeats, pairing, stop rule, sensitivity and expectation, frozen when it was asked for
 * @param inputs what the turns of all branches are given: {@code none}, or {@code recorded}, what was asked of the same
 *     turns of the simulation
 * @param trunks from how many it is tried; 1 is the simulation's own turn
 * @param trunkStates those that are played for it from turn 0 on; empty where there is one
 * @param extension so many more repeats were announced; null for none
 * @param exploratory whether repeats were added that had not been announced: then intervals and verdicts hold less often
 *     than they say
 * @param waiting why nothing moves, and until when; null when something does
 * @param budget of its own, beside that of the simulation; null for none
 * @param stoppedBy {@code rule} or {@code budget}: what ended it before all that was asked for was played; null where
 *     nothing did, or its user
 * @param tornado assumptions that were tried at both ends, the widest swing first; empty until it is over
 * @param propositions what a model judged in every run, and how far that may be believed; empty until it is over
 * @param result what it has come to; empty lists until it is over
 */
@Schema(name = "Experiment")
record ExperimentAnswer(
        UUID id,
        UUID sessionId,
        @Schema(example = "running") String state,
        int baseTurn,
        int horizon,
        String planHash,
        boolean pairing,
        @Nullable Integer extension,
        boolean exploratory,
        @Nullable StopRuleAnswer stopRule,
        @Schema(example = "none") String inputs,
        int trunks,
        List<TrunkAnswer> trunkStates,
        ExperimentProgress progress,
        @Nullable Waiting waiting,
        @Nullable ExperimentBudget budget,
        @Schema(example = "budget") @Nullable String stoppedBy,
        List<Run> runs,
        WhatIfAnswer result,
        List<TornadoAnswer> tornado,
        List<PropositionAnswer> propositions,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /**
     * One branch, in the order in which they begin.
     *
     * @param option null for no change
     * @param block runs of one block are compared with each other
     * @param repeat whose draws it uses
     * @param trunk what it is forked from, from 1
     * @param sessionId the branch; it can be read and played like any simulation, once its trunk is at the base turn
     */
    @Schema(name = "ExperimentBranch")
    record Run(
            @Nullable String option,
            int block,
            int repeat,
            int trunk,
            UUID sessionId,
            String state,
            @Nullable String failure,
            @Nullable String model) {

        static Run of(Experiment experiment, BranchRun run) {
            RunRecord record = run.record();
            return new Run(
                    nameOf(experiment, run),
                    run.run().block(),
                    run.run().repeat(),
                    run.run().trunk(),
                    run.branch(),
                    Words.of(run.state()),
                    record == null ? null : record.failure(),
                    record == null ? null : record.model());
        }
    }

    /** Null for no change. */
    static @Nullable String nameOf(Experiment experiment, BranchRun run) {
        return run.run().changesNothing()
                ? null
                : experiment.plan().option(run.run()).name();
    }

    /** When no further block begins: the intervals of all options are at most that wide. */
    @Schema(name = "ExperimentStopRule")
    record StopRuleAnswer(BigDecimal width, int atLeast) {

        static @Nullable StopRuleAnswer of(@Nullable StopRule rule) {
            return rule == null ? null : new StopRuleAnswer(rule.width(), rule.atLeast());
        }
    }

    static ExperimentAnswer of(
            Experiment experiment,
            Scenario scenario,
            List<BranchRun> runs,
            List<Trunk> trunks,
            @Nullable Waiting waiting,
            @Nullable ExperimentBudget budget) {
        Findings findings = WhatIfAnswers.findings(experiment, scenario, runs);
        return new ExperimentAnswer(
                experiment.id(),
                experiment.simulation(),
                Words.of(experiment.state()),
                experiment.plan().baseTurn(),
                experiment.plan().horizon(),
                experiment.planHash(),
                experiment.plan().design().pairing(),
                experiment.plan().design().extension(),
                experiment.exploratory(),
                StopRuleAnswer.of(experiment.plan().design().stop()),
                RecordedInputs.word(experiment.plan().recordedInputs()),
                Math.max(1, experiment.plan().trunks()),
                trunks.stream().map(TrunkAnswer::of).toList(),
                ExperimentProgress.of(experiment.plan(), runs),
                waiting,
                budget,
                experiment.stoppedBy() == null ? null : Words.of(experiment.stoppedBy()),
                runs.stream().map(run -> Run.of(experiment, run)).toList(),
                WhatIfAnswers.of(experiment, scenario, runs, findings),
                experiment.state().isTold()
                        ? findings.tornado().stream().map(TornadoAnswer::of).toList()
                        : List.of(),
                PropositionAnswer.all(experiment, runs),
                experiment.createdAt(),
                experiment.endedAt());
    }
}
