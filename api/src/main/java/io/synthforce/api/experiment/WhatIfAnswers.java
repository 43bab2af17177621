package io.synthforce.api.experiment;

import io.synthforce.api.branch.Modification;
import io.synthforce.api.branch.RecordedInputs;
import io.synthforce.api.experiment.WhatIfAnswer.AgentAnalysis;
import io.synthforce.api.experiment.WhatIfAnswer.OutcomeAnswer;
import io.synthforce.api.experiment.WhatIfAnswer.PredictedOutcome;
import io.synthforce.api.wire.Words;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.experiment.Findings;
import io.synthforce.workflows.experiment.Measure;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.SeatFinding;
import io.synthforce.workflows.experiment.TurnFinding;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.Objects;

/** Puts the answer of a what-if together from its rows; the same rows always give the same answer. */
final class WhatIfAnswers {

    private WhatIfAnswers() {}

    /** Nothing is told before it is over. */
    static Findings findings(Experiment experiment, Scenario scenario, List<BranchRun> runs) {
        List<RunRecord> records = experiment.state().isTold()
                ? runs.stream().map(BranchRun::record).filter(Objects::nonNull).toList()
                : List.of();
        return Findings.of(experiment.plan(), scenario, records);
    }

    static WhatIfAnswer of(Experiment experiment, Scenario scenario, List<BranchRun> runs, Findings findings) {
        boolean told = experiment.state().isTold();
        return new WhatIfAnswer(
                experiment.id(),
                experiment.simulation(),
                experiment.plan().baseTurn(),
                experiment.name(),
                List.of(Json.read(experiment.asked(), Modification[].class)),
                findings.turns().stream()
                        .map(turn -> outcome(experiment.plan(), turn))
                        .toList(),
                findings.seats().stream().map(WhatIfAnswers::analysis).toList(),
                findings.confidence(),
                told ? Ending.told(experiment, runs) + findings.recommendation() : "",
                experiment.createdAt(),
                experiment.description(),
                status(experiment.state()),
                experiment.plan().blocks(),
                target(experiment.plan(), scenario),
                told ? findings.options().stream().map(OptionAnswer::of).toList() : List.of(),
                ExpectationAnswer.of(experiment, findings),
                findings.basis(),
                experiment.exploratory(),
                findings.scripted(),
                RecordedInputs.word(experiment.plan().recordedInputs()),
                Math.max(1, experiment.plan().trunks()),
                experiment.plan().ofTrunks() ? "trunk" : "run");
    }

    static String status(Experiment.State state) {
        return switch (state) {
            case RUNNING, CANCELLING -> "in_progress";
            case DONE -> "completed";
            case CANCELLED -> "cancelled";
            case FAILED -> "failed";
        };
    }

    private static PredictedOutcome outcome(Plan plan, TurnFinding turn) {
        return new PredictedOutcome(
                turn.turn() - plan.baseTurn(),
                turn.summary(),
                turn.keyChanges(),
                turn.risks(),
                turn.opportunities(),
                turn.probability(),
                turn.turn());
    }

    private static AgentAnalysis analysis(SeatFinding seat) {
        return new AgentAnalysis(
                seat.role(),
                seat.impact().word(),
                seat.recommended(),
                seat.concerns(),
                seat.confidence(),
                seat.seat(),
                seat.difference());
    }

    private static OutcomeAnswer target(Plan plan, Scenario scenario) {
        Measure measure = Measure.of(plan.target(), scenario);
        return new OutcomeAnswer(
                measure.id(),
                measure.kind(),
                measure.name(),
                measure.unit(),
                Words.of(plan.target().direction()),
                plan.target().matters(),
                plan.horizon(),
                plan.secondary().stream()
                        .map(target -> Measure.of(target, scenario).id())
                        .toList());
    }
}
