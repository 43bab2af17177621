package io.synthforce.store.brief;

import io.synthforce.store.call.Costs;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.brief.Brief;
import io.synthforce.workflows.brief.Source;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the brief of an experiment is made of.
 *
 * @param scenario of the simulation that was forked
 * @param brief tells of no run before the experiment is over
 * @param said what can be cited of what was said
 * @param costs of the experiment's branches, and of trunks of its own
 */
public record CaseFile(
        Experiment experiment,
        Scenario scenario,
        List<BranchRun> runs,
        Brief brief,
        List<Source> said,
        List<Costs.OfSimulation> costs) {

    public CaseFile {
        runs = List.copyOf(runs);
        said = List.copyOf(said);
        costs = List.copyOf(costs);
    }

    /** All that can be cited. */
    public List<Source> sources() {
        return Stream.concat(brief.data().stream(), said.stream()).toList();
    }

    public boolean isOver() {
        return experiment.state().isTold();
    }
}
