package io.synthforce.activities.call;

import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.grounding.Minutes;
import io.synthforce.store.interview.Interview;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.LinkedHashMap;
import java.util.List;

/** What an agent knows that is interviewed after a turn: that turn's snapshot and minutes, and its memory as of then. */
record InterviewScenes(
        Simulations simulations,
        Snapshots snapshots,
        Turns turns,
        ModelCalls calls,
        Memories memories,
        Evidences evidences) {

    /** @throws io.temporal.failure.ApplicationFailure when the simulation is gone */
    Scene of(Interview interview) {
        int turn = interview.turn();
        SimulationRow asked = simulations.find(interview.simulation()).orElseThrow(Faults::gone);
        Snapshot after = snapshots.seen(asked.id(), turn).orElseThrow(Faults::gone);
        Scenario scenario = after.simulation().equals(asked.id())
                ? asked.scenario()
                : simulations.find(after.simulation()).orElseThrow(Faults::gone).scenario();
        TurnInputs inputs =
                new TurnInputs(interview.question(), new LinkedHashMap<>(), scenario.cast(), List.of(), List.of());
        String hash = ContentHash.ofText(interview.question());
        Claims claims = new Claims(evidences.upTo(asked, turn));
        return new Scene(
                new ModelCall(interview.key(), CallClass.NEXT, asked.root().toString(), null),
                asked.owner(),
                scenario,
                inputs,
                hash,
                Plot.of(scenario, asked.root()),
                new Turn(asked.id(), turn, 0, SimulationState.ENGINE, CallClass.NEXT, hash, scenario.cast(), List.of()),
                after,
                Plan.NONE,
                new Opening(List.of(), after.state()),
                List.of(),
                new Minutes(turns, calls).heard(interview.simulation(), turn, claims),
                scenario.settings().enableMemory() ? recalled(interview, after) : Recalled.NOTHING,
                claims);
    }

    private Recalled recalled(Interview interview, Snapshot after) {
        return memories.recall(
                interview.simulation(), interview.seat(), interview.turn() + 1, after.head(), interview.question());
    }
}
