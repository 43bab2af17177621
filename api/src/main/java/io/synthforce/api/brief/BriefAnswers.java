package io.synthforce.api.brief;

import io.synthforce.api.branch.Changes;
import io.synthforce.api.branch.RecordedInputs;
import io.synthforce.api.brief.BriefAnswer.ArmLine;
import io.synthforce.api.brief.BriefAnswer.Assumptions;
import io.synthforce.api.brief.BriefAnswer.Changed;
import io.synthforce.api.brief.BriefAnswer.DissentLine;
import io.synthforce.api.brief.BriefAnswer.OptionLine;
import io.synthforce.api.brief.BriefAnswer.OtherOutcome;
import io.synthforce.api.brief.BriefAnswer.Outcome;
import io.synthforce.api.brief.BriefAnswer.Source;
import io.synthforce.api.brief.BriefAnswer.SplitLine;
import io.synthforce.api.brief.BriefAnswer.Validity;
import io.synthforce.api.experiment.ExpectationAnswer;
import io.synthforce.api.wire.Words;
import io.synthforce.store.brief.CaseFile;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiment.StoppedBy;
import io.synthforce.workflows.brief.ArmBrief;
import io.synthforce.workflows.brief.Brief;
import io.synthforce.workflows.brief.Place;
import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.experiment.Measure;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.OutcomeFinding;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.StopRule;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a brief together from its case file; the same rows always give the same brief. */
final class BriefAnswers {

    private static final String SCRIPTED = "SCRIPTED: no model was asked";

    private final CaseFile file;
    private final @Nullable WrittenBrief written;
    private final Experiment experiment;
    private final Plan plan;

    private BriefAnswers(CaseFile file, @Nullable WrittenBrief written) {
        this.file = file;
        this.written = written;
        this.experiment = file.experiment();
        this.plan = experiment.plan();
    }

    /** @param written its prose, null when nobody asked for that */
    static BriefAnswer of(CaseFile file, @Nullable WrittenBrief written) {
        return new BriefAnswers(file, written).answer();
    }

    private BriefAnswer answer() {
        return new BriefAnswer(
                experiment.id(),
                experiment.simulation(),
                experiment.name(),
                experiment.description(),
                Words.of(experiment.state()),
                file.isOver(),
                standing(),
                records().stream().anyMatch(RunRecord::scripted) ? SCRIPTED : null,
                prose(),
                validity(),
                outcome(),
                file.isOver()
                        ? file.brief().findings().options().stream()
                                .map(BriefAnswers::option)
                                .toList()
                        : List.of(),
                ExpectationAnswer.of(experiment, file.brief().findings()),
                written == null || written.baseline() == null ? null : BaselineAnswer.of(written.baseline(), file),
                file.isOver()
                        ? file.brief().arms().stream().map(BriefAnswers::arm).toList()
                        : List.of(),
                assumptions(),
                BriefCosts.of(file),
                file.sources().stream().map(this::source).toList(),
                experiment.createdAt(),
                experiment.endedAt());
    }

    private ProseAnswer prose() {
        return written == null
                ? ProseAnswer.NONE
                : ProseAnswer.of(
                        written,
                        written.of().sources().stream().map(this::source).toList());
    }

    private List<RunRecord> records() {
        return file.runs().stream()
                .map(BranchRun::record)
                .filter(Objects::nonNull)
                .toList();
    }

    private String standing() {
        long ended = count(State.ENDED);
        long failed = count(State.FAILED);
        long skipped = count(State.SKIPPED);
        long stopped = count(State.STOPPED);
        String runs = "%d of %d runs ended, %d failed%s%s"
                .formatted(
                        ended,
                        file.runs().size(),
                        failed,
                        skipped == 0 ? "" : ", %d never played".formatted(skipped),
                        stopped == 0 ? "" : ", %d stopped".formatted(stopped));
        return switch (experiment.state()) {
            case RUNNING -> "NOT FINISHED: " + runs + ". Nothing is compared before it is over.";
            case CANCELLING -> "NOT FINISHED, and being cancelled: " + runs + ".";
            case DONE ->
                (experiment.stoppedBy() == StoppedBy.BUDGET ? "Stopped by its budget: " : "Finished: ")
                        + runs + "."
                        + (experiment.exploratory() ? " " + Experiment.EXPLORATORY : "");
            case FAILED -> "FAILED: it met a defect of the product. " + runs + ". Nothing is compared.";
            case CANCELLED -> "Cancelled: " + runs + ". Whole blocks of runs are compared.";
        };
    }

    private long count(State state) {
        return file.runs().stream().filter(run -> run.state() == state).count();
    }

    private Validity validity() {
        return new Validity(
                plan.baseTurn(),
                plan.horizon(),
                (experiment.exploratory() ? Experiment.EXPLORATORY + " " : "")
                        + Brief.limit(file.brief().findings(), plan));
    }

    private Outcome outcome() {
        Measure measure = Measure.of(plan.target(), file.scenario());
        return new Outcome(
                measure.id(),
                measure.kind(),
                measure.name(),
                measure.unit(),
                Words.of(plan.target().direction()),
                plan.target().matters(),
                plan.horizon());
    }

    private static OptionLine option(OptionFinding option) {
        Interval interval = option.judgement().interval();
        OutcomeFinding primary = option.primary();
        return new OptionLine(
                option.name(),
                option.runs(),
                option.controls(),
                option.failed(),
                primary.mean(),
                primary.values().size(),
                primary.unchanged(),
                primary.unchangedValues().size(),
                option.difference(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                option.judgement().verdict().word(),
                option.noVerdict(),
                option.judgement().needed(),
                option.neededUsd(),
                option.score().wins(),
                option.score().ties(),
                option.score().losses(),
                option.ruin().changed().seen(),
                option.ruin().unchanged().seen(),
                option.divergence() == null ? null : option.divergence().turn(),
                option.divergence() == null ? List.of() : option.divergence().what(),
                option.secondary().stream().map(BriefAnswers::other).toList(),
                option.told());
    }

    private static OtherOutcome other(OutcomeFinding outcome) {
        return new OtherOutcome(
                outcome.measure().id(),
                outcome.measure().name(),
                outcome.measure().unit(),
                outcome.mean(),
                outcome.values().size(),
                outcome.unchanged(),
                outcome.unchangedValues().size(),
                outcome.difference());
    }

    private static ArmLine arm(ArmBrief arm) {
        return new ArmLine(
                arm.arm().name(),
                arm.arm().runs().size(),
                arm.parting() == null ? null : arm.parting().turn(),
                arm.parting() == null ? List.of() : arm.parting().what(),
                arm.splits().stream()
                        .map(split -> new SplitLine(
                                split.turn(),
                                split.what(),
                                split.with(),
                                split.without(),
                                split.meanWith(),
                                split.meanWithout()))
                        .toList(),
                arm.dissent().stream()
                        .map(one -> new DissentLine(
                                one.issue(),
                                one.choice(),
                                one.seat(),
                                one.seen().seen(),
                                one.seen().n(),
                                one.seen().told(),
                                one.branch(),
                                one.turn()))
                        .toList());
    }

    private Assumptions assumptions() {
        Scenario scenario = file.scenario();
        return new Assumptions(
                scenario.name(),
                scenario.text(),
                scenario.cast().stream().map(Seat::name).toList(),
                plan.options().stream()
                        .map(option -> new Changed(option.name(), Changes.shown(option.changes())))
                        .toList(),
                plan.blocks(),
                plan.design().pairing(),
                stopRule(plan.design().stop()),
                scenario.rootSeed(),
                records().stream()
                        .map(RunRecord::model)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                RecordedInputs.word(plan.recordedInputs()),
                experiment.planHash());
    }

    private @Nullable String stopRule(@Nullable StopRule rule) {
        return rule == null
                ? null
                : "no block begins any more once all intervals are at most %s %s wide, looked at after %d repeats and more"
                        .formatted(rule.width().toPlainString(), outcome().unit(), rule.atLeast());
    }

    private Source source(io.synthforce.workflows.brief.Source source) {
        Place place = source.place();
        return new Source(
                source.id(),
                source.kind().word(),
                source.text(),
                place == null ? null : name(place.option()),
                place == null ? null : place.branch(),
                place == null ? null : place.repeat(),
                place == null ? null : place.turn(),
                place == null ? null : place.seat());
    }

    private String name(int option) {
        return option == 0 ? "no change" : plan.options().get(option - 1).name();
    }
}
