package io.synthforce.api.simulation;

import io.synthforce.api.budget.BalanceAnswer;
import io.synthforce.api.budget.Balances;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.Standing.Thinking;
import io.synthforce.api.simulation.Standing.Waiting;
import io.synthforce.api.wire.Words;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.request.Plays;
import io.synthforce.store.simulation.SimulationHead;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.Status;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how simulations stand. Of one in which no turn is under way little has to be asked. */
@Component
@ApiRole
public final class Standings {

    private final ModelCalls calls;
    private final Plays plays;
    private final Budgets budgets;
    private final Balances balances;
    private final Simulations simulations;

    Standings(ModelCalls calls, Plays plays, Budgets budgets, Balances balances, Simulations simulations) {
        this.calls = calls;
        this.plays = plays;
        this.budgets = budgets;
        this.balances = balances;
        this.simulations = simulations;
    }

    public Standing of(UUID simulation, SimulationHead head) {
        return of(simulation, head, budgetOf(simulation));
    }

    /** @param budget null when spending is not capped */
    Standing of(UUID simulation, SimulationHead head, @Nullable BalanceAnswer budget) {
        boolean underWay = head.turnUnderWay() != null;
        return new Standing(
                Words.of(head.status()),
                head.currentTurn(),
                head.turnUnderWay(),
                plays.latest(simulation)
                        .map(play -> PlayAnswer.of(play, head.status()))
                        .orElse(null),
                underWay ? waiting(simulation) : beforeTurn(head, budget),
                underWay ? thinking(simulation) : List.of());
    }

    private @Nullable BalanceAnswer budgetOf(UUID simulation) {
        return budgets.of(simulation).isEmpty()
                ? null
                : simulations.find(simulation).flatMap(balances::of).orElse(null);
    }

    /** Before its next turn a simulation waits for nothing but its budget. */
    private static @Nullable Waiting beforeTurn(SimulationHead head, @Nullable BalanceAnswer budget) {
        return head.status() == Status.ACTIVE && budget != null && !budget.covered()
                ? new Waiting("budget", null, null)
                : null;
    }

    private @Nullable Waiting waiting(UUID simulation) {
        return calls.waiting(simulation)
                .map(waiting -> new Waiting(waiting.reason(), waiting.until(), waiting.place()))
                .orElse(null);
    }

    private List<Thinking> thinking(UUID simulation) {
        List<AttemptRow> open = calls.open(simulation);
        if (open.isEmpty()) {
            return List.of();
        }
        List<AttemptRow> all = calls.attempts(simulation, open.getFirst().key().turn());
        return open.stream()
                .map(attempt -> new Thinking(
                        attempt.key().seat(),
                        attempt.key().phase().label(),
                        attempt.startedAt(),
                        numberOf(attempt, all)))
                .toList();
    }

    private static int numberOf(AttemptRow attempt, List<AttemptRow> all) {
        return (int) all.stream()
                .filter(other -> other.key().equals(attempt.key()))
                .filter(other -> !other.startedAt().isAfter(attempt.startedAt()))
                .count();
    }
}
