package io.synthforce.activities.call;

import io.synthforce.activities.question.Scene;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Evidence;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.LinkedHashMap;
import java.util.List;

/** Where a judge's call lies: with the branch, after its last turn. What the judge reads comes with its question. */
record JudgeScenes(Snapshots snapshots) {

    /** @throws io.temporal.failure.ApplicationFailure when the branch is gone */
    Scene of(SimulationRow branch, int turn, Matter matter) {
        Snapshot after = snapshots.find(branch.id(), turn).orElseThrow(Faults::gone);
        TurnInputs inputs =
                new TurnInputs(null, new LinkedHashMap<>(), branch.scenario().cast(), List.of(), List.of());
        String hash = ContentHash.of(matter);
        return new Scene(
                new ModelCall(
                        new CallKey(branch.id(), turn, CallKey.COORDINATOR, Phase.JUDGE, matter.round()),
                        CallClass.WHAT_IF,
                        branch.root().toString(),
                        null),
                branch.owner(),
                branch.scenario(),
                inputs,
                hash,
                Plot.of(branch.scenario(), branch.root()),
                new Turn(
                        branch.id(),
                        turn,
                        0,
                        SimulationState.ENGINE,
                        CallClass.WHAT_IF,
                        hash,
                        branch.scenario().cast(),
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
