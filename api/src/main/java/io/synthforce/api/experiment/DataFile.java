package io.synthforce.api.experiment;

import io.synthforce.api.wire.Csv;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.experiment.Measure;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.judging.Asking;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.judging.Ruling;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.Scripted;
import io.synthforce.workflows.world.IndicatorValue;
import java.util.List;
import java.util.Objects;

/** The numbers of an experiment as comma-separated values (RFC 4180), for tools of the caller's own. */
final class DataFile {

    private static final String HEADER =
            "option,trunk,repeat,turn,outcome,value,seed,model,failed,judged_by,block,session_id";

    private final Experiment experiment;
    private final Scenario scenario;
    private final StringBuilder lines = new StringBuilder(HEADER).append("\r\n");

    private DataFile(Experiment experiment, Scenario scenario) {
        this.experiment = experiment;
        this.scenario = scenario;
    }

    static String of(Experiment experiment, Scenario scenario, List<BranchRun> runs) {
        DataFile file = new DataFile(experiment, scenario);
        runs.forEach(file::add);
        return file.lines.toString();
    }

    private void add(BranchRun run) {
        RunRecord record = run.record();
        if (record == null) {
            return;
        }
        for (TurnRecord turn : record.turns()) {
            for (IndicatorValue line : turn.ledger()) {
                add(run, record, turn.turn(), line.indicator(), line.value().toPlainString(), "");
            }
            add(run, record, turn.turn(), "ruin", turn.ruined() ? "1" : "0", "");
            decisions(run, record, turn);
            stances(run, record, turn);
        }
        record.judged()
                .forEach(judged -> judged.ruling(Asking.FIRST).ifPresent(ruling -> add(run, record, judged, ruling)));
        if (record.turns().isEmpty()) {
            add(run, record, experiment.plan().baseTurn(), "", "", "");
        }
    }

    /** Whether each issue stands decided in each way. */
    private void decisions(BranchRun run, RunRecord record, TurnRecord turn) {
        for (Issue issue : scenario.issues()) {
            for (String choice : List.of(issue.option(), issue.alternative())) {
                boolean stands = turn.standing().stream()
                        .anyMatch(decided -> decided.issue().equals(issue.id())
                                && decided.choice().equals(choice));
                add(run, record, turn.turn(), Measure.decision(issue.id(), choice), stands ? "1" : "0", "");
            }
        }
    }

    /** The mean of all, then everybody's own. */
    private void stances(BranchRun run, RunRecord record, TurnRecord turn) {
        for (Issue issue : scenario.issues()) {
            turn.stance(issue.id(), null)
                    .ifPresent(mean ->
                            add(run, record, turn.turn(), Measure.stance(issue.id()), mean.toPlainString(), ""));
        }
        turn.stances()
                .forEach(held -> add(
                        run,
                        record,
                        turn.turn(),
                        Measure.stance(held.issue(), held.seat()),
                        String.valueOf(held.after()),
                        ""));
    }

    /** What is unclear, or was not answered, has no value. */
    private void add(BranchRun run, RunRecord record, Judged judged, Ruling ruling) {
        String value = switch (ruling.holds()) {
            case TRUE -> "1";
            case FALSE -> "0";
            case UNCLEAR -> "";
            case null -> "";
        };
        add(
                run,
                record,
                record.turns().getLast().turn(),
                Measure.proposition(judged.proposition()),
                value,
                ruling.scripted() ? Scripted.WORD : Objects.requireNonNullElse(ruling.model(), ""));
    }

    private void add(BranchRun run, RunRecord record, int turn, String outcome, String value, String judge) {
        List<String> cells = List.of(
                experiment.plan().option(run.run()).name(),
                String.valueOf(run.run().trunk()),
                String.valueOf(run.run().repeat()),
                String.valueOf(turn),
                outcome,
                value,
                scenario.rootSeed(),
                String.valueOf(record.model() == null ? "" : record.model()),
                String.valueOf(record.failed()),
                judge,
                String.valueOf(run.run().block()),
                run.branch().toString());
        lines.append(Csv.line(cells));
    }
}
