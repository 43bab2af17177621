package io.synthforce.activities.call;

import io.synthforce.activities.question.Scene;
import io.synthforce.store.brief.NewBrief;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Evidence;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.LinkedHashMap;
import java.util.List;

/** Where a brief is written: after the last turn all runs share. Whoever writes is given nothing but memo and sources. */
record BriefScenes(Simulations simulations, Snapshots snapshots) {

    /** @throws io.temporal.failure.ApplicationFailure when the simulation is gone */
    Scene of(NewBrief brief, CallKey key) {
        SimulationRow asked = simulations.find(brief.simulation()).orElseThrow(Faults::gone);
        Snapshot after = snapshots.seen(asked.id(), brief.turn()).orElseThrow(Faults::gone);
        Scenario scenario = asked.scenario();
        String hash = ContentHash.of(List.of(brief.memo(), brief.sources()));
        return new Scene(
                new ModelCall(key, CallClass.WHAT_IF, asked.root().toString(), null),
                asked.owner(),
                scenario,
                new TurnInputs(null, new LinkedHashMap<>(), scenario.cast(), List.of(), List.of()),
                hash,
                Plot.of(scenario, asked.root()),
                new Turn(
                        asked.id(),
                        brief.turn(),
                        0,
                        SimulationState.ENGINE,
                        CallClass.WHAT_IF,
                        hash,
                        scenario.cast(),
                        List.of()),
                after,
                Plan.NONE,
                new Opening(List.of(), after.state()),
                List.of(),
                null,
                Recalled.NOTHING,
                new Claims(Evidence.NONE));
    }
}
