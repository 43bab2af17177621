package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.WorldEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a turn concerns: who learns of an event in their domain, was addressed, ordered what takes effect now, or decides
 * an issue that is open. Nobody may be. The first turn, and input that names nobody, concern everybody.
 *
 * @param state before the turn
 * @param opening what happens before anyone speaks
 * @param last what happened in the turn before
 * @param asked the user's input to the turn, or null
 */
public record Relevance(
        Scenario scenario,
        SimulationState state,
        List<SimulationEvent> opening,
        List<SimulationEvent> last,
        @Nullable String asked) {

    /**
     * @param present who could speak
     * @param injected what users let happen in the turn
     */
    public static Relevance of(
            Scenario scenario,
            UUID simulation,
            SimulationState before,
            List<Seat> present,
            List<Injected> injected,
            List<SimulationEvent> last,
            @Nullable String asked) {
        Turn turn = new Turn(
                simulation, before.turn() + 1, 0, SimulationState.ENGINE, CallClass.NEXT, "", present, injected);
        List<SimulationEvent> opening =
                Opening.of(Plot.of(scenario, simulation), before, turn).events();
        return new Relevance(scenario, before, opening, last, asked);
    }

    /** Those of the seats whom the turn concerns, in their order. */
    public List<Seat> among(List<Seat> seats) {
        boolean everybody = state.turn() == 0 || isAsked() && seats.stream().noneMatch(this::isNamed);
        return everybody ? seats : seats.stream().filter(this::concerns).toList();
    }

    private boolean concerns(Seat seat) {
        return isNamed(seat)
                || opening.stream().anyMatch(event -> event instanceof EventOccurred e && concerns(e, seat))
                || last.stream().anyMatch(event -> isAddressed(event, seat))
                || state.due(state.turn() + 1).stream()
                        .anyMatch(effect -> seat.id().equals(effect.cause().by()))
                || scenario.issues().stream().anyMatch(issue -> isOpen(issue) && issue.isSettledBy(seat));
    }

    private boolean concerns(EventOccurred event, Seat seat) {
        if (!event.visibility().toRole(seat.role())) {
            return false;
        }
        List<String> about =
                scenario.world().event(event.event()).map(WorldEvent::domains).orElse(List.of());
        List<String> domains = scenario.role(seat.role()).map(Role::domains).orElse(List.of());
        return about.isEmpty() || domains.isEmpty() || about.stream().anyMatch(domains::contains);
    }

    private static boolean isAddressed(SimulationEvent event, Seat seat) {
        return switch (event) {
            case PositionTaken said -> said.directedTo().contains(seat.id());
            case ReplyGiven said -> said.directedTo().contains(seat.id());
            case SimulationEvent other -> false;
        };
    }

    private boolean isOpen(Issue issue) {
        return state.decisions().stream().noneMatch(decided -> decided.issue().equals(issue.id()));
    }

    private boolean isAsked() {
        return asked != null && !asked.isBlank();
    }

    private boolean isNamed(Seat seat) {
        String text = Optional.ofNullable(asked).orElse("").toLowerCase(Locale.ROOT);
        return List.of(seat.id(), seat.name(), seat.role().replace('_', ' ')).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> (" " + text.replaceAll("[^\\p{L}\\p{N}_-]+", " ") + " ").contains(" " + name + " "));
    }
}
