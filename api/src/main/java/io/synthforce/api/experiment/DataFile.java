package io.synthforce.api.experiment;

import io.synthforce.api.wire.Csv;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.world.IndicatorValue;
import java.util.List;

/** The numbers of an experiment as comma-separated values (RFC 4180), for tools of the caller's own. */
final class DataFile {

    private static final String HEADER =
            "option,trunk,repeat,turn,outcome,value,seed,model,failed,judged_by,block,session_id";

    private final Experiment experiment;
    private final String seed;
    private final StringBuilder lines = new StringBuilder(HEADER).append("\r\n");

    private DataFile(Experiment experiment, String seed) {
        this.experiment = experiment;
        this.seed = seed;
    }

    static String of(Experiment experiment, String rootSeed, List<BranchRun> runs) {
        DataFile file = new DataFile(experiment, rootSeed);
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
                add(run, record, turn.turn(), line.indicator(), line.value().toPlainString());
            }
            add(run, record, turn.turn(), "ruin", turn.ruined() ? "1" : "0");
        }
        if (record.turns().isEmpty()) {
            add(run, record, experiment.plan().baseTurn(), "", "");
        }
    }

    private void add(BranchRun run, RunRecord record, int turn, String outcome, String value) {
        List<String> cells = List.of(
                experiment.plan().option(run.run()).name(),
                "1",
                String.valueOf(run.run().repeat()),
                String.valueOf(turn),
                outcome,
                value,
                seed,
                String.valueOf(record.model() == null ? "" : record.model()),
                String.valueOf(record.failed()),
                "",
                String.valueOf(run.run().block()),
                run.branch().toString());
        lines.append(Csv.line(cells));
    }
}
