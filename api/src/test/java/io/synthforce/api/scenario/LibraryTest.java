package io.synthforce.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.scenario.ScenarioLibrary.Entry;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Beginning;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Settlement;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario that ships, by code alone: what its seats choose is fixed, so its ledger is. A file in
 * {@code src/test/resources/scenarios} keeps it; {@code -Drecord} writes those that are missing or meant to change.
 */
class LibraryTest {

    private static final Path KEPT = Path.of("src/test/resources/scenarios");

    static List<Entry> scenarios() throws IOException {
        return new ScenarioLibrary().all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_scenario_plays_by_code_alone_as_it_did(Entry entry) throws IOException {
        String played = played(entry.read().scenario(), entry.read().seed());
        Path kept = KEPT.resolve(entry.id() + ".csv");
        if (System.getProperty("record") != null) {
            Files.writeString(kept, played);
        }

        assertThat(kept)
                .as("run this test with -Drecord to keep what a new scenario does")
                .exists();
        assertThat(played).isEqualTo(Files.readString(kept));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_scenario_explains_itself(Entry entry) {
        Scenario scenario = entry.read().scenario();

        assertThat(scenario.description()).hasSizeGreaterThan(80);
        assertThat(entry.text()).startsWith("#");
        assertThat(entry.read().seed()).isEqualTo(entry.id());
        assertThat(scenario.directions()).anyMatch(told -> !told.knows().isEmpty());
        assertThat(scenario.world().outside()).isNotEmpty();
        assertThat(scenario.world().deadlines()).isNotEmpty();
        assertThat(scenario.world().parameters()).isNotEmpty();
    }

    private static String played(Scenario scenario, String seed) {
        Plot plot = new Plot(scenario.world(), scenario.issues(), seed, 0, 0, false, "root");
        SimulationState state =
                SimulationState.BLANK.fold(Beginning.of("scenario", scenario.world(), new Draws(seed, 0)));
        List<String> lines = new ArrayList<>();
        lines.add("turn,"
                + scenario.world().indicators().stream()
                        .map(indicator -> indicator.id())
                        .collect(Collectors.joining(",")));
        lines.add(line(state));
        for (int number = 1; number <= scenario.settings().maxTurns() && state.ending() == null; number++) {
            Turn turn =
                    new Turn(new UUID(0, 1), number, number, 1, CallClass.NEXT, "inputs", scenario.cast(), List.of());
            state = state.fold(Settlement.events(plot, state, turn, said(scenario, number)));
            lines.add(line(state));
        }
        if (state.ending() != null) {
            lines.add("ended by " + state.ending().name());
        }
        return String.join("\n", lines) + "\n";
    }

    /** Each seat in turn chooses one action of the catalogue, allowed or not. */
    private static List<SimulationEvent> said(Scenario scenario, int turn) {
        List<ActionType> actions = scenario.world().actions();
        List<SimulationEvent> said = new ArrayList<>();
        for (Seat seat : scenario.cast()) {
            int place = turn + 2 * said.size();
            List<Stance> stances = scenario.issues().stream()
                    .map(issue -> new Stance(issue.id(), place % 5 - 2))
                    .toList();
            List<String> chosen = place % 3 == 0
                    ? List.of()
                    : List.of(actions.get(place % actions.size()).id());
            said.add(new PositionTaken(seat.id(), Answer.ok("hash"), stances, 50, chosen, 0, List.of()));
        }
        return said;
    }

    private static String line(SimulationState state) {
        return state.turn() + ","
                + state.ledger().stream()
                        .map(line -> line.value().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(","));
    }
}
