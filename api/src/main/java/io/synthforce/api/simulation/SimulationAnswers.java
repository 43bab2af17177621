package io.synthforce.api.simulation;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.SimulationAnswer.AgentState;
import io.synthforce.api.simulation.SimulationAnswer.Thinking;
import io.synthforce.api.simulation.SimulationAnswer.Waiting;
import io.synthforce.api.wire.Words;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.simulation.SimulationRow;
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

    private final ModelCalls calls;
    private final Activity activity;

    SimulationAnswers(ModelCalls calls, Activity activity) {
        this.calls = calls;
        this.activity = activity;
    }

    SimulationAnswer of(SimulationRow row) {
        Scenario scenario = row.scenario();
        return new SimulationAnswer(
                row.id(),
                scenario.name(),
                scenario.description(),
                scenario.text(),
                Words.of(row.status()),
                row.currentTurn(),
                row.maxTurns(),
                ConfigAnswer.of(scenario),
                agents(row.id(), scenario),
                row.createdAt(),
                row.updatedAt(),
                calls.waiting(row.id())
                        .map(waiting -> new Waiting(waiting.reason(), waiting.until()))
                        .orElse(null),
                thinking(row));
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

    private List<Thinking> thinking(SimulationRow row) {
        List<AttemptRow> open = calls.open(row.id());
        if (open.isEmpty()) {
            return List.of();
        }
        List<AttemptRow> all = calls.attempts(row.id(), open.getFirst().key().turn());
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
