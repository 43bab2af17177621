package io.synthforce.api.export;

import io.synthforce.api.interview.InterviewAnswer;
import io.synthforce.api.wire.Words;
import io.synthforce.store.call.Costs;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.interview.Interviews;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.plan.Task;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;

/** A simulation about to be exported, up to the turn it stands at. Its parts are read when they are asked for. */
record Export(SimulationRow simulation, Chronicle chronicle, Sources sources) {

    /** Where the parts lie. */
    record Sources(
            Journal journal,
            ModelCalls calls,
            Lineages lineages,
            Plans plans,
            Memories memories,
            Interviews interviews,
            Costs costs) {}

    Summary.Of summary() {
        Scenario scenario = simulation.scenario();
        return new Summary.Of(
                simulation.id(),
                scenario.name(),
                scenario.description(),
                Words.of(simulation.status()),
                simulation.currentTurn(),
                simulation.maxTurns(),
                simulation.createdAt(),
                simulation.updatedAt(),
                simulation.parent(),
                simulation.root(),
                simulation.baseTurn(),
                sources.journal().hash(simulation.id(), simulation.currentTurn()));
    }

    List<Summary.Speaker> speakers() {
        return sources.calls().spoken(simulation.id(), simulation.currentTurn()).stream()
                .map(spoken -> new Summary.Speaker(spoken.model(), spoken.scripted(), spoken.calls()))
                .toList();
    }

    boolean scripted() {
        return sources.calls().scripted(simulation.id(), simulation.currentTurn());
    }

    /** What it was forked with; none when it was started. */
    List<Change> changes() {
        return sources.lineages().changes(simulation.id());
    }

    List<Task> tasks() {
        return sources.plans()
                .after(simulation.id(), simulation.currentTurn())
                .plan()
                .open();
    }

    List<Summary.Kept> memories() {
        return sources.memories().list(simulation.id(), null).stream()
                .map(Summary.Kept::of)
                .toList();
    }

    /** What its agents were asked beside it, in that order. */
    List<InterviewAnswer> interviews() {
        return sources.interviews().list(simulation.id(), Integer.MAX_VALUE).reversed().stream()
                .map(interview -> InterviewAnswer.of(
                        interview, sources.calls().recorded(interview.key()).orElse(null)))
                .toList();
    }

    Summary.Spent cost() {
        return Summary.Spent.of(sources.costs().of(simulation.id()));
    }
}
