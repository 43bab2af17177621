package io.synthforce.store.request;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.workflows.simulation.Operation;
import java.util.Optional;

/** The one rule for what a simulation's state forbids, used when a request is stored, taken and answered. */
public final class Refusal {

    private static final int CONFLICT = 409;
    private static final String PAUSED = "simulation_paused";
    private static final String COMPLETED = "simulation_completed";

    private Refusal() {}

    /** Why the operation cannot go on now, or empty when it can. */
    public static Optional<Outcome> of(Operation operation, LockedSimulation simulation) {
        boolean turns = operation.asksForTurns();
        return switch (simulation.status()) {
            case ACTIVE ->
                turns && simulation.currentTurn() >= simulation.maxTurns()
                        ? Optional.of(completed(simulation))
                        : Optional.empty();
            case PAUSED -> turns ? Optional.of(paused()) : Optional.empty();
            case COMPLETED -> operation == Operation.WHAT_IF ? Optional.empty() : Optional.of(completed(simulation));
            case FAILED -> Optional.of(failed());
        };
    }

    static Outcome paused() {
        return new Outcome(CONFLICT, PAUSED, "The simulation is paused; resume it before asking for the next turn.");
    }

    static Outcome stopped() {
        return new Outcome(
                CONFLICT, "stopped", "The simulation was stopped before this turn began; ask again to play it.");
    }

    static Outcome playing(int untilTurn) {
        return new Outcome(
                CONFLICT,
                "already_playing",
                "The simulation is already playing until turn %d; stop it before you ask for another play."
                        .formatted(untilTurn));
    }

    static Outcome lastTurnBegun(int maxTurns) {
        return new Outcome(
                CONFLICT,
                COMPLETED,
                "The last turn (%d) has begun, so there is no turn left for the event; start another simulation."
                        .formatted(maxTurns));
    }

    static Outcome tooManyEvents(int turn, int most) {
        return new Outcome(
                CONFLICT,
                "too_many_events",
                "Turn %d has its %d injected events already; let it be played before you inject more."
                        .formatted(turn, most));
    }

    static Outcome occursAlready(int turn) {
        return new Outcome(
                CONFLICT,
                "event_already_injected",
                "The event is injected into turn %d already, and occurs once in a turn.".formatted(turn));
    }

    private static Outcome completed(LockedSimulation simulation) {
        if (simulation.currentTurn() < simulation.maxTurns()) {
            return new Outcome(
                    CONFLICT,
                    COMPLETED,
                    "The simulation ended with turn %d: ruin was reached or a deadline missed; fork it from a turn before to go on."
                            .formatted(simulation.currentTurn()));
        }
        return new Outcome(
                CONFLICT,
                COMPLETED,
                "The simulation is completed: the maximum number of turns (%d) is reached; start another one to go on."
                        .formatted(simulation.maxTurns()));
    }

    static Outcome failed() {
        return new Outcome(
                CONFLICT,
                "simulation_failed",
                "The simulation has failed because its last snapshot cannot be read; start it again as another one.");
    }
}
