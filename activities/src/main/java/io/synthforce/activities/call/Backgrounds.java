package io.synthforce.activities.call;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.grounding.Minutes;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Evidence;
import io.synthforce.workflows.plan.Plan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a turn stands on and never changes again: the scenario, the snapshot and the plan before it and the minutes of the
 * turn before, whoever of its ancestors played that. All calls of a turn share it, so it is loaded once per process and
 * turn, however many of them ask at once.
 */
final class Backgrounds {

    private static final int TURNS_KEPT = 256;

    private final Simulations simulations;
    private final Snapshots snapshots;
    private final Minutes minutes;
    private final Plans plans;
    private final Evidences evidences;
    private final LoadingCache<TurnKey, Background> kept =
            Caffeine.newBuilder().maximumSize(TURNS_KEPT).build(this::load);

    Backgrounds(
            Simulations simulations,
            Snapshots snapshots,
            Turns turns,
            Plans plans,
            ModelCalls calls,
            Evidences evidences) {
        this.simulations = simulations;
        this.snapshots = snapshots;
        this.minutes = new Minutes(turns, calls);
        this.plans = plans;
        this.evidences = evidences;
    }

    /**
     * Of {@code row} only what never changes may be used.
     *
     * @param minutes with a mark for every number that rests on nothing
     * @param evidence up to the end of the turn before
     */
    record Background(
            SimulationRow row,
            Snapshot before,
            Plan plan,
            @Nullable String minutes,
            Evidence evidence) {}

    private record TurnKey(UUID simulation, int turn) {}

    /** @throws io.temporal.failure.ApplicationFailure when the simulation is gone */
    Background of(UUID simulation, int turn) {
        return kept.get(new TurnKey(simulation, turn));
    }

    private Background load(TurnKey key) {
        int last = key.turn() - 1;
        SimulationRow row = simulations.find(key.simulation()).orElseThrow(Faults::gone);
        Snapshot before = snapshots.find(key.simulation(), last).orElseThrow(Faults::gone);
        Evidence evidence = evidences.upTo(row, last);
        return new Background(
                row,
                before,
                plans.after(key.simulation(), last).plan(),
                minutes.heard(row.id(), last, new Claims(evidence)),
                evidence);
    }
}
