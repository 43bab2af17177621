package io.synthforce.activities.call;

import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads what a call may know, as of the head at the turn's start: never by wall clock, so a retry sees the same. */
final class Scenes {

    private static final int MEMORIES = 5;

    private final Simulations simulations;
    private final Turns turns;
    private final Snapshots snapshots;
    private final ModelCalls calls;
    private final Memories memories;

    Scenes(Simulations simulations, Turns turns, Snapshots snapshots, ModelCalls calls, Memories memories) {
        this.simulations = simulations;
        this.turns = turns;
        this.snapshots = snapshots;
        this.calls = calls;
        this.memories = memories;
    }

    /** Empty when the simulation is gone. */
    Optional<Scene> of(ModelCall call) {
        CallKey key = call.key();
        Optional<SimulationRow> row = simulations.find(key.simulation());
        Optional<TurnRow> turn = turns.find(key.simulation(), key.turn());
        Optional<Snapshot> before = snapshots.find(key.simulation(), key.turn() - 1);
        if (row.isEmpty() || turn.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(scene(call, row.get(), turn.get(), before.get()));
    }

    private Scene scene(ModelCall call, SimulationRow row, TurnRow taken, Snapshot before) {
        String minutes = minutesOf(row, taken.turn() - 1);
        Turn turn = new Turn(
                row.id(),
                taken.turn(),
                taken.request() == null ? 0 : taken.request(),
                taken.engine(),
                CallClass.NEXT,
                taken.inputsHash(),
                taken.inputs().speakers());
        return new Scene(
                call,
                row.scenario(),
                taken.inputs(),
                taken.inputsHash(),
                before,
                Opening.of(Plot.of(row.scenario(), row.root()), before.state(), turn),
                calls.ofTurn(row.id(), taken.turn()),
                minutes,
                recalled(call.key(), row, taken, before, minutes));
    }

    private @Nullable String minutesOf(SimulationRow row, int turn) {
        UUID owner = turn > row.baseTurn() || row.parent() == null ? row.id() : row.parent();
        return calls.recorded(new CallKey(owner, turn, CallKey.COORDINATOR, Phase.MINUTES, 0))
                .map(RecordedCall::reply)
                .map(reply -> Json.mapper().readTree(reply).path("text").asString(""))
                .orElse(null);
    }

    private List<Memory> recalled(
            CallKey key, SimulationRow row, TurnRow turn, Snapshot before, @Nullable String minutes) {
        if (key.phase() != Phase.POSITION || !row.scenario().settings().enableMemory()) {
            return List.of();
        }
        String input = turn.inputs().userInput();
        String query = input != null && !input.isBlank()
                ? input
                : minutes == null ? row.scenario().text() : minutes;
        return memories.recall(row.id(), key.seat(), key.turn(), before.head(), query, MEMORIES);
    }
}
