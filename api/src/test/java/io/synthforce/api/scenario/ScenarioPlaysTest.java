package io.synthforce.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import io.synthforce.api.scenario.ScenarioLibrary.Entry;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.WorldEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every scenario that ships, played to its horizon by the scripted model, twice. */
@WholeProgram
class ScenarioPlaysTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @LocalServerPort
    private int port;

    @Autowired
    private ScenarioLibrary library;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    /** Two runs of a scenario. */
    private record Runs(Entry entry, String first, String second) {}

    @TestFactory
    Stream<DynamicTest> every_scenario_plays_to_its_horizon_the_same_way_twice() {
        return library.all().stream()
                .map(entry -> new Runs(entry, begin(entry), begin(entry)))
                .flatMap(run -> tests(run).entrySet().stream()
                        .map(test -> DynamicTest.dynamicTest(
                                run.entry().id() + " " + test.getKey(),
                                () -> test.getValue().run())));
    }

    private Map<String, Runnable> tests(Runs run) {
        Map<String, Runnable> tests = new LinkedHashMap<>();
        tests.put("plays to its horizon or its ruin", () -> {
            playsOut(run.first());
            playsOut(run.second());
        });
        tests.put(
                "has the same journal both times",
                () -> assertThat(journal(run.second(), JournalEntry::hash))
                        .isEqualTo(journal(run.first(), JournalEntry::hash)));
        tests.put("moves its numbers", () -> assertThat(moved(run)).isNotEmpty());
        tests.put("rejects an action", () -> assertThat(events(run)).hasAtLeastOneElementOfType(ActionRejected.class));
        tests.put(
                "is answered from outside",
                () -> assertThat(events(run)).hasAtLeastOneElementOfType(OutsideResponded.class));
        tests.put(
                "has effects that come later",
                () -> assertThat(events(run)).hasAtLeastOneElementOfType(EffectScheduled.class));
        tests.put("tells nobody what only others know", () -> keepsItsSecrets(run));
        return tests;
    }

    private String begin(Entry entry) {
        String id = caller.post("/simulate/start", Map.of("scenario_id", entry.id()))
                .expect(201)
                .text("session_id");
        caller.post(
                        "/simulate/" + id + "/play",
                        Map.of("until_turn", entry.read().scenario().settings().maxTurns()))
                .expect(202);
        return id;
    }

    private void playsOut(String id) {
        await().atMost(LONGEST)
                .untilAsserted(() ->
                        assertThat(caller.get("/simulate/" + id).text("status")).isEqualTo("completed"));
        JsonNode ledger =
                caller.get("/simulations/" + id + "/ledger").expect(200).body();
        JsonNode simulation = caller.get("/simulate/" + id).body();
        if (ledger.path("ending").isNull()) {
            assertThat(simulation.path("current_turn")).isEqualTo(simulation.path("max_turns"));
        } else {
            assertThat(ledger.path("ruined").asBoolean()).isTrue();
        }
    }

    private List<String> moved(Runs run) {
        JsonNode ledger = caller.get("/simulations/" + run.first() + "/ledger").body();
        ledger.path("indicators").forEach(series -> {
            JsonNode points = series.path("points");
            for (int turn = 1; turn < points.size(); turn++) {
                double sum = points.get(turn - 1).path("value").asDouble()
                        + points.get(turn)
                                .path("changes")
                                .valueStream()
                                .mapToDouble(change -> change.path("by").asDouble())
                                .sum();
                assertThat(points.get(turn).path("value").asDouble())
                        .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-6));
            }
        });
        return ledger.path("indicators")
                .valueStream()
                .filter(series -> series.path("points")
                                .valueStream()
                                .map(point -> point.path("value"))
                                .distinct()
                                .count()
                        > 2)
                .map(series -> series.path("indicator").asString())
                .toList();
    }

    /** By what the model was really sent. */
    private void keepsItsSecrets(Runs run) {
        Scenario scenario = run.entry().read().scenario();
        for (Direction told : scenario.directions()) {
            told.knows()
                    .values()
                    .forEach(fact -> assertThat(askedWith(run.first(), String.valueOf(fact)))
                            .isSubsetOf(told.seat()));
        }
        for (WorldEvent event : scenario.world().events()) {
            List<String> seats = scenario.cast().stream()
                    .filter(seat -> event.visibility().toRole(seat.role()))
                    .map(seat -> seat.id())
                    .toList();
            if (!event.visibility().roles().isEmpty()) {
                assertThat(askedWith(run.first(), "- " + event.description())).isSubsetOf(seats);
                assertThat(askedWith(run.first(), "by " + event.description())).isSubsetOf(seats);
            }
        }
        assertThat(events(run).stream().filter(EventOccurred.class::isInstance)).isNotEmpty();
    }

    private List<String> askedWith(String simulation, String words) {
        return jdbc.sql(
                        "select distinct seat from attempts where simulation = :id and position(:words in request::text) > 0")
                .param("id", UUID.fromString(simulation))
                .param("words", words)
                .query(String.class)
                .list();
    }

    private List<SimulationEvent> events(Runs run) {
        return journal(run.first(), JournalEntry::event);
    }

    private <T> List<T> journal(String simulation, Function<JournalEntry, T> part) {
        return journal.after(UUID.fromString(simulation), 0, 100_000).stream()
                .map(part)
                .toList();
    }
}
