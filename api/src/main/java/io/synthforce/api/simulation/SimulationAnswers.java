package io.synthforce.api.simulation;

import io.synthforce.api.budget.BalanceAnswer;
import io.synthforce.api.budget.Balances;
import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.SimulationAnswer.AgentState;
import io.synthforce.api.wire.Words;
import io.synthforce.store.simulation.SimulationHead;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together how a simulation stands. */
@Component
@ApiRole
final class SimulationAnswers {

    private final Simulations simulations;
    private final Standings standings;
    private final Activity activity;
    private final Balances balances;

    SimulationAnswers(Simulations simulations, Standings standings, Activity activity, Balances balances) {
        this.simulations = simulations;
        this.standings = standings;
        this.activity = activity;
        this.balances = balances;
    }

    SimulationAnswer of(SimulationRow row) {
        Scenario scenario = row.scenario();
        SimulationHead head = simulations.head(row.id()).orElseThrow(() -> new UnknownSimulation(row.id()));
        BalanceAnswer budget = balances.of(row).orElse(null);
        Standing standing = standings.of(row.id(), head, budget);
        return new SimulationAnswer(
                row.id(),
                scenario.name(),
                scenario.description(),
                scenario.text(),
                Words.of(row.status()),
                row.currentTurn(),
                row.maxTurns(),
                ConfigAnswer.of(
                        scenario, budget == null ? null : new BudgetRequest(budget.maxTokens(), budget.maxUsd())),
                agents(row.id(), scenario),
                row.createdAt(),
                row.updatedAt(),
                standing.play(),
                standing.waiting(),
                standing.thinking(),
                row.parent(),
                row.root(),
                row.baseTurn(),
                budget);
    }

    private List<AgentState> agents(UUID simulation, Scenario scenario) {
        Map<String, Activity.OfSeat> activities = activity.of(simulation);
        return scenario.cast().stream()
                .sorted(Comparator.comparing(Seat::role).thenComparing(Seat::id))
                .map(seat -> agent(simulation, scenario, seat, activities))
                .toList();
    }

    private static AgentState agent(
            UUID simulation, Scenario scenario, Seat seat, Map<String, Activity.OfSeat> activities) {
        Activity.OfSeat spoken = activities.get(seat.id());
        return new AgentState(
                id(simulation, seat),
                simulation,
                seat.role(),
                null,
                List.of(),
                scenario.initialContext(),
                spoken == null ? 0 : spoken.messages(),
                spoken == null ? null : spoken.lastTurn(),
                seat.id());
    }

    /** Seats have no rows, so their ids are made of what names them. */
    private static UUID id(UUID simulation, Seat seat) {
        return UUID.nameUUIDFromBytes((simulation + "/" + seat.id()).getBytes(StandardCharsets.UTF_8));
    }
}
