package io.synthforce.workflows.brief;

import io.synthforce.workflows.brief.Source.Kind;
import io.synthforce.workflows.experiment.Figures;
import io.synthforce.workflows.experiment.Findings;
import io.synthforce.workflows.experiment.Measure;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.OutcomeFinding;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PropositionFinding;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.ArrayList;
import java.util.List;

/** Tells what was reckoned in lines that stand for themselves, each of which can be cited. */
final class DataLines {

    private final Plan plan;
    private final Scenario scenario;
    private final Measure measure;
    private final List<Source> lines = new ArrayList<>();

    DataLines(Plan plan, Scenario scenario) {
        this.plan = plan;
        this.scenario = scenario;
        this.measure = Measure.of(plan.target(), scenario);
    }

    List<Source> of(Findings findings, List<PropositionFinding> judged, List<ArmBrief> arms) {
        findings.options().stream().map(OptionFinding::told).forEach(told -> add(Kind.OPTION, told));
        findings.options().forEach(this::outcomes);
        judged.forEach(one -> add(Kind.PROPOSITION, one.summary()));
        arms.forEach(this::parting);
        arms.forEach(arm -> arm.splits().forEach(split -> add(Kind.SPLIT, split(arm.arm(), split))));
        arms.forEach(arm -> arm.dissent().forEach(one -> add(Kind.DISSENT, dissent(arm.arm(), one))));
        add(Kind.LIMIT, Brief.limit(findings, plan));
        return List.copyOf(lines);
    }

    private void outcomes(OptionFinding option) {
        for (OutcomeFinding outcome : option.secondary()) {
            if (!outcome.told().isEmpty()) {
                add(
                        Kind.OUTCOME,
                        "%s: %s after turn %d was %s."
                                .formatted(option.name(), outcome.measure().name(), plan.horizon(), outcome.told()));
            }
        }
    }

    private void parting(ArmBrief arm) {
        if (arm.parting() != null) {
            add(
                    Kind.PARTING,
                    "%s: the %d runs first differ from each other in turn %d (%s)."
                            .formatted(
                                    arm.arm().name(),
                                    arm.arm().runs().size(),
                                    arm.parting().turn(),
                                    String.join(", ", arm.parting().what())));
        }
    }

    private String split(Arm arm, Split split) {
        return "%s: where turn %d had “%s” (%s), %s after turn %d was %s %s on average; in the other %s it was %s."
                .formatted(
                        arm.name(),
                        split.turn(),
                        split.what(),
                        Figures.runs(split.with()),
                        measure.name(),
                        plan.horizon(),
                        Figures.plain(split.meanWith()),
                        measure.unit(),
                        Figures.runs(split.without()),
                        Figures.plain(split.meanWithout()));
    }

    private String dissent(Arm arm, Opposition one) {
        return "%s: %s still stood against “%s” (%s) %s."
                .formatted(
                        arm.name(),
                        seat(one.seat()),
                        one.choice(),
                        question(one.issue()),
                        one.seen().told());
    }

    private String seat(String id) {
        return scenario.cast().stream()
                .filter(seat -> seat.id().equals(id))
                .findFirst()
                .map(Seat::name)
                .orElse(id);
    }

    private String question(String id) {
        return scenario.issues().stream()
                .filter(issue -> issue.id().equals(id))
                .findFirst()
                .map(Issue::question)
                .orElse(id);
    }

    private void add(Kind kind, String line) {
        lines.add(new Source("D" + (lines.size() + 1), kind, line, null));
    }
}
