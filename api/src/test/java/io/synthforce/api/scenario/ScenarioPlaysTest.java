package io.synthforce.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import io.synthforce.api.scenario.ScenarioLibrary.Entry;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.WorldEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every scenario that ships, played to its horizon by the scripted model, twice. */
@WholeProgram
class ScenarioPlaysTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Autowired
    private Caller caller;

    @Autowired
    private ScenarioLibrary library;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

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
        tests.put("plays to its horizon", () -> {
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
                "has effects that come later, and come",
                () -> assertThat(come(journal(run.first(), Function.identity())))
                        .isNotEmpty());
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

    /** What was left for a later turn, and changed its number in that turn. */
    private static List<PendingEffect> come(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof EffectScheduled)
                .map(entry -> ((EffectScheduled) entry.event()).effect())
                .filter(effect -> entries.stream()
                        .anyMatch(later -> later.turn() == effect.due()
                                && later.event() instanceof IndicatorChanged change
                                && change.indicator().equals(effect.indicator())
                                && change.cause().equals(effect.cause())))
                .toList();
    }

    private void playsOut(String id) {
        await().atMost(LONGEST)
                .untilAsserted(() ->
                        assertThat(caller.get("/simulate/" + id).text("status")).isEqualTo("completed"));
        JsonNode ledger =
                caller.get("/simulations/" + id + "/ledger").expect(200).body();
        JsonNode simulation = caller.get("/simulate/" + id).body();
        assertThat(ledger.path("ending").path("name").asString("")).isEmpty();
        assertThat(simulation.path("current_turn")).isEqualTo(simulation.path("max_turns"));
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

    /** By what the model was really sent: whoever may know something was told, and nobody else. */
    private void keepsItsSecrets(Runs run) {
        Scenario scenario = run.entry().read().scenario();
        List<Sent> sent = sent(run.first());
        for (Direction told : scenario.directions()) {
            told.knows()
                    .values()
                    .forEach(fact -> assertThat(whoRead(sent, Json.write(fact))).containsExactly(told.seat()));
        }
        for (WorldEvent event : scenario.world().events()) {
            if (event.visibility().roles().isEmpty()) {
                continue;
            }
            List<String> seats = scenario.cast().stream()
                    .filter(seat -> event.visibility().toRole(seat.role()))
                    .map(Seat::id)
                    .toList();
            boolean happened = events(run).stream()
                    .anyMatch(one -> one instanceof EventOccurred occurred
                            && occurred.event().equals(event.id()));
            assertThat(happened).as(event.id()).isTrue();
            assertThat(whoRead(sent, "- " + event.description())).containsExactlyInAnyOrderElementsOf(seats);
            assertThat(whoRead(sent, "by " + event.description())).isSubsetOf(seats);
            List<JournalEntry> entries = journal(run.first(), Function.identity());
            for (JournalEntry entry : entries) {
                if (entry.event() instanceof IndicatorChanged change && isFelt(change, event)) {
                    boolean shown = causes(entries, change.indicator(), entry.turn()) <= Prompts.CAUSES;
                    isMasked(sent, entry.turn(), event, seats, shown);
                }
            }
        }
    }

    /** Whether it moved a number as a turn opened, which everybody is shown with the reason. */
    private static boolean isFelt(IndicatorChanged change, WorldEvent event) {
        return change.cause().kind() == Cause.Kind.EVENT
                && change.cause().name().equals(event.id());
    }

    /** How many reasons a prompt of a turn may have to choose from; it names the strongest. */
    private static long causes(List<JournalEntry> entries, String indicator, int turn) {
        return entries.stream()
                .filter(entry -> entry.turn() == turn || entry.turn() == turn - 1)
                .map(entry -> entry.event() instanceof IndicatorChanged change
                                && change.indicator().equals(indicator)
                        ? change.cause()
                        : null)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /**
     * In the ledger of a position the reason is told to those who may know it, and is an event to the others.
     *
     * @param shown whether there is room for every reason
     */
    private static void isMasked(List<Sent> sent, int turn, WorldEvent event, List<String> seats, boolean shown) {
        String reason = event.description()
                .substring(0, Math.min(40, event.description().length()));
        List<Sent> positions = sent.stream()
                .filter(one -> one.turn() == turn && one.phase().equals("position"))
                .toList();
        assertThat(positions).isNotEmpty().allSatisfy(one -> {
            boolean knows = seats.contains(one.seat());
            if (shown) {
                assertThat(one.prompt()).containsPattern("[+-][0-9.]+ " + (knows ? Pattern.quote(reason) : "an event"));
            }
            if (!knows) {
                assertThat(one.prompt()).doesNotContainPattern("[+-][0-9.]+ " + Pattern.quote(reason));
            }
        });
    }

    /** A request as it was sent. */
    private record Sent(int turn, String phase, String seat, String prompt) {}

    private List<Sent> sent(String simulation) {
        return jdbc.sql("select turn, phase, seat, request from attempts where simulation = :id")
                .param("id", UUID.fromString(simulation))
                .query((row, _) -> new Sent(
                        row.getInt("turn"),
                        row.getString("phase"),
                        row.getString("seat"),
                        String.join(
                                "\n",
                                Json.mapper()
                                        .readTree(row.getString("request"))
                                        .path("messages")
                                        .findValuesAsString("content"))))
                .list();
    }

    private static List<String> whoRead(List<Sent> sent, String words) {
        return sent.stream()
                .filter(one -> one.prompt().contains(words))
                .map(Sent::seat)
                .distinct()
                .toList();
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
