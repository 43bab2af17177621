package io.synthforce.api.brief;

import io.synthforce.api.brief.BriefAnswer.ArmLine;
import io.synthforce.api.brief.BriefAnswer.Assumptions;
import io.synthforce.api.brief.BriefAnswer.CostLine;
import io.synthforce.api.brief.BriefAnswer.OptionLine;
import io.synthforce.api.brief.BriefAnswer.Source;
import io.synthforce.api.experiment.ExpectationAnswer;
import io.synthforce.api.export.Marks;
import io.synthforce.workflows.experiment.Figures;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brief as it is printed: what was found first, in raw units and with n, then what it rests on. */
final class BriefReport {

    private final BriefAnswer brief;
    private final StringWriter text = new StringWriter();
    private final Marks out = new Marks(text);

    BriefReport(BriefAnswer brief) {
        this.brief = brief;
    }

    String text() {
        try {
            head();
            new ProseReport(brief, out).write();
            options();
            propositions();
            expectation();
            baseline();
            runs();
            assumptions(brief.assumptions());
            cost(brief.cost());
            out.heading(2, "Limit of validity");
            out.paragraph(Marks.inline(brief.validity().limit()));
            sources();
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void head() throws IOException {
        out.heading(1, "Brief: " + (brief.name() == null ? "what if" : brief.name()));
        if (brief.notice() != null) {
            out.paragraph("**" + Marks.inline(brief.notice()) + "**");
        }
        out.paragraph(brief.finished() ? Marks.inline(brief.standing()) : "**" + Marks.inline(brief.standing()) + "**");
        if (brief.description() != null) {
            out.quote(brief.description());
        }
    }

    private void options() throws IOException {
        if (brief.options().isEmpty()) {
            return;
        }
        BriefAnswer.Outcome outcome = brief.outcome();
        out.heading(2, "Options side by side");
        out.paragraph("Judged by %s after turn %d, in %s; %s is better%s. Levels are of runs that survived."
                .formatted(
                        Marks.inline(outcome.name()),
                        outcome.atTurn(),
                        Marks.inline(outcome.unit()),
                        outcome.direction().equals("up") ? "more" : "less",
                        outcome.matters() == null
                                ? "; nobody said what difference matters"
                                : "; a difference matters from "
                                        + outcome.matters().toPlainString()));
        out.row(List.of("Option", "Mean (n)", "No change (n)", "Difference", "95 % interval", "Verdict", "Ruined"));
        out.rule(7);
        for (OptionLine option : brief.options()) {
            out.row(List.of(
                    option.name(),
                    plain(option.mean()) + " (" + option.meanOf() + ")",
                    plain(option.unchanged()) + " (" + option.unchangedOf() + ")",
                    signed(option.difference()),
                    option.intervalLow() == null
                            ? "none"
                            : signed(option.intervalLow()) + " to " + signed(option.intervalHigh()),
                    option.verdict().replace('_', ' '),
                    "%d of %d (no change: %d of %d)"
                            .formatted(option.ruined(), option.n(), option.unchangedRuined(), option.unchangedN())));
        }
        out.blank();
        for (OptionLine option : brief.options()) {
            out.paragraph(Marks.inline(option.told()));
        }
        if (brief.sources().stream().anyMatch(source -> source.kind().equals("outcome"))) {
            out.heading(2, "Other outcomes");
            out.paragraph("Told as they came out; nobody judged them.");
            cited("outcome");
        }
    }

    private void propositions() throws IOException {
        if (brief.sources().stream().anyMatch(source -> source.kind().equals("proposition"))) {
            out.heading(2, "Judged by a model");
            cited("proposition");
        }
    }

    private void expectation() throws IOException {
        if (brief.expectation().isEmpty()) {
            return;
        }
        out.heading(2, "What you expected");
        for (ExpectationAnswer expected : brief.expectation()) {
            out.paragraph(
                    Marks.inline(expected.told().isEmpty() ? "Locked, and shown when it is over." : expected.told()));
            if (expected.text() != null) {
                out.quote(expected.text());
            }
        }
    }

    private void baseline() throws IOException {
        BaselineAnswer baseline = brief.baseline();
        if (baseline == null) {
            return;
        }
        out.heading(2, "Asked directly, without a simulation");
        if (baseline.notice() != null) {
            out.paragraph("**" + Marks.inline(baseline.notice()) + "**");
        }
        for (BaselineAnswer.OfOption option : baseline.options()) {
            out.paragraph(Marks.inline(option.told()));
        }
        out.paragraph("%s These are repeats of one question to one model, not so many opinions."
                .formatted(Marks.inline(baseline.recommended())));
    }

    private void runs() throws IOException {
        if (brief.runs().isEmpty()) {
            return;
        }
        out.heading(2, "What split the runs");
        for (ArmLine arm : brief.runs()) {
            out.item(
                    arm.name(),
                    arm.firstDifference() == null
                            ? "%s, which did not differ from each other".formatted(Figures.runs(arm.n()))
                            : "%s, which first differ in turn %d (%s)"
                                    .formatted(
                                            Figures.runs(arm.n()),
                                            arm.firstDifference(),
                                            String.join(", ", arm.differs())));
        }
        out.blank();
        cited("split");
        out.heading(2, "Dissent");
        if (brief.runs().stream().allMatch(arm -> arm.dissent().isEmpty())) {
            out.paragraph("Nobody stood against what was decided when its last discussion was over.");
        }
        cited("dissent");
    }

    /** The lines of one kind, with their ids. */
    private void cited(String kind) throws IOException {
        List<Source> told = brief.sources().stream()
                .filter(source -> source.kind().equals(kind))
                .toList();
        for (Source source : told) {
            out.item(source.id(), Marks.inline(source.text()));
        }
        if (!told.isEmpty()) {
            out.blank();
        }
    }

    private void assumptions(Assumptions assumptions) throws IOException {
        out.heading(2, "Assumptions");
        out.quote(assumptions.scenario());
        out.item("Cast", Marks.inline(String.join(", ", assumptions.cast())));
        for (BriefAnswer.Changed changed : assumptions.changes()) {
            out.item(
                    changed.option(),
                    Marks.inline(String.join(
                            "; ", changed.changes().stream().map(Json::write).toList())));
        }
        out.item("Repeats", String.valueOf(assumptions.repeats()));
        out.item("Compared", assumptions.paired() ? "in pairs that share their draws" : "as independent runs");
        if (assumptions.stopRule() != null) {
            out.item("Stop rule", Marks.inline(assumptions.stopRule()));
        }
        out.item("Inputs after the fork", Marks.inline(assumptions.inputs()));
        out.item("Seed", assumptions.seed());
        out.item(
                "Models",
                assumptions.models().isEmpty()
                        ? "none answered yet"
                        : Marks.inline(String.join(", ", assumptions.models())));
        out.item("Plan", assumptions.planHash());
        out.blank();
    }

    private void cost(CostLine cost) throws IOException {
        out.heading(2, "Cost");
        out.paragraph("%d requests, %d prompt and %d completion tokens, %s USD%s%s%s."
                .formatted(
                        cost.requests(),
                        cost.promptTokens(),
                        cost.completionTokens(),
                        cost.usd().toPlainString(),
                        cost.openUsd().signum() == 0
                                ? ""
                                : ", and at most %s USD for requests whose outcome is not known"
                                        .formatted(cost.openUsd().toPlainString()),
                        cost.unpriced() == 0
                                ? ""
                                : "; %d requests went to models without a known price".formatted(cost.unpriced()),
                        cost.scripted() == 0 ? "" : "; %d were answered by a script".formatted(cost.scripted())));
    }

    private void sources() throws IOException {
        if (brief.sources().isEmpty()) {
            return;
        }
        out.heading(2, "Sources");
        for (Source source : brief.sources()) {
            out.item(source.id() + where(source), Marks.inline(source.text()));
        }
        out.blank();
    }

    private static String where(Source source) {
        return source.sessionId() == null
                ? ""
                : " (%s, %s, turn %d, simulation %s)"
                        .formatted(source.option(), source.seat(), source.turn(), source.sessionId());
    }

    private static String plain(@Nullable Double value) {
        return value == null ? "none" : Figures.plain(value);
    }

    private static String signed(@Nullable Double value) {
        return value == null ? "none" : Figures.signed(value);
    }
}
