package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.PureTurns.Played;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Plot PLOT = Scenarios.priceIncrease();
    private static final List<Played> PLAYED = PureTurns.play(PLOT, 12, PureTurns.anything(PLOT.world(), 7));

    @Test
    void anOpeningIsAPureFunctionOfPlotStateAndTurn() {
        for (Played played : PLAYED) {
            Turn turn = PureTurns.turn(played.turn());
            Opening first = Opening.of(PLOT, played.before(), turn);
            Opening elsewhere = Opening.of(
                    Json.read(Json.write(PLOT), Plot.class),
                    Json.read(Json.write(played.before()), SimulationState.class),
                    Json.read(Json.write(turn), Turn.class));

            assertThat(elsewhere).isEqualTo(first);
            assertThat(Json.write(elsewhere)).isEqualTo(Json.write(first));
        }
    }

    @Test
    void anOpeningIsHowTheTurnBegan() {
        for (Played played : PLAYED) {
            Opening opening = Opening.of(PLOT, played.before(), PureTurns.turn(played.turn()));

            assertThat(played.events()).startsWith(opening.events().toArray(SimulationEvent[]::new));
            assertThat(opening.state()).isEqualTo(played.before().fold(opening.events()));
        }
    }

    @Test
    void itBeginsWithWhatWasAskedAndWhoSpeaks() {
        Opening opening = Opening.of(PLOT, PLAYED.getFirst().before(), PureTurns.turn(1));

        assertThat(opening.events().getFirst())
                .isEqualTo(new TurnOpened(
                        1, "inputs", Scenarios.fullCast().stream().map(Seat::id).toList()));
    }

    @Test
    void theStateStaysBoundedHoweverManyTurnsArePlayed() {
        SimulationState state = PureTurns.opening(PLOT.world());
        int[] sizes = new int[301];
        for (int number = 1; number <= 300; number++) {
            List<SimulationEvent> events = new ArrayList<>(
                    Opening.of(PLOT, state, PureTurns.turn(number)).events());
            Scenarios.fullCast().forEach(seat -> events.addAll(speech(seat)));
            TurnLog log = new TurnLog(PLOT.world(), state.fold(events));
            new DecisionPhase(PLOT.world(), new io.synthforce.workflows.world.Draws(PLOT.rootSeed(), 0), log, number)
                    .play(
                            PLOT.issues(),
                            Scenarios.fullCast().stream()
                                    .map(seat -> new Voice(seat, STANCES, ACTIONS))
                                    .toList());
            events.addAll(log.events());
            state = state.fold(events);
            sizes[number] = Json.write(state).length();
        }
        assertThat(state.turn()).isEqualTo(300);
        int early = Arrays.stream(sizes, 1, 41).max().orElseThrow();
        int late = Arrays.stream(sizes, 261, 301).max().orElseThrow();
        assertThat(late).isLessThanOrEqualTo(early + 256);
    }

    private static final List<Stance> STANCES = List.of(new Stance("price", 1), new Stance("hiring", -1));
    private static final List<String> ACTIONS = List.of("launch_campaign", "improve_product");

    private static List<SimulationEvent> speech(Seat seat) {
        Answer answer = Answer.ok("0".repeat(32));
        return List.of(
                new PositionTaken(seat.id(), answer, STANCES, 70, ACTIONS, 1, List.of()),
                new ReplyGiven(seat.id(), 1, "d1", answer, STANCES, 70, ACTIONS, List.of(), false));
    }
}
