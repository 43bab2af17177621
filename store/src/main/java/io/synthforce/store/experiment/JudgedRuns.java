package io.synthforce.store.experiment;

import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.judging.Ruling;
import io.synthforce.workflows.judging.RunLabel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the judge and people said of the runs of one experiment.
 *
 * @param propositions in the plan's order
 */
record JudgedRuns(List<String> propositions, List<Ruling> rulings, List<RunLabel> labels) {

    BranchRun of(BranchRun run) {
        RunRecord record = run.record();
        if (record == null || propositions.isEmpty()) {
            return run;
        }
        int position = run.run().position();
        List<Judged> judged = IntStream.range(0, propositions.size())
                .mapToObj(proposition -> judged(position, proposition))
                .toList();
        return new BranchRun(run.run(), run.branch(), run.state(), record.with(judged));
    }

    private Judged judged(int position, int proposition) {
        return new Judged(
                propositions.get(proposition),
                rulings.stream()
                        .filter(ruling -> ruling.matter().position() == position
                                && ruling.matter().proposition() == proposition)
                        .toList(),
                labels.stream()
                        .filter(label -> label.position() == position && label.proposition() == proposition)
                        .toList());
    }
}
