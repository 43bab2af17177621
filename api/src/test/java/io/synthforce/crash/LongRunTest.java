package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.api.Follower;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A simulation that plays on for very long costs late what it cost early, and who follows it sees all of it once. */
@Tag("full")
@ExtendWith(OutputOnFailure.class)
class LongRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int EARLY = 50;
    private static final int LATE = 500;
    private static final double TENTH = 0.1;

    /** Of the calls of a turn, for a turn in the middle of ten. */
    private static final String PROMPT_TOKENS = """
            select sum(prompt_tokens) / 10.0 from attempts
            where simulation = ? and turn > ? - 10 and turn <= ?""";

    /** Of what is said and decided; how much happens in the world depends on what the company can afford by then. */
    private static final String EVENTS = """
            select count(*) / 10.0 from journal
            where simulation = ? and turn > ? - 10 and turn <= ? and type not in (
                'indicator_changed', 'value_drawn', 'event_occurred', 'outside_responded',
                'action_accepted', 'action_rejected', 'effect_scheduled')""";

    @TempDir
    Path directory;

    /** How far a history had grown when a turn was seen. */
    private record Grown(String run, int turn, double events, double bytes) {}

    private final Map<Integer, Grown> grown = new LinkedHashMap<>();

    @Test
    void fiveHundredTurnsOnARealServerCostTheSameEach() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
        try (var stage = Stage.withEmbeddedTemporalServer(directory)) {
            var simulation = playOnThroughAKill(stage, LATE);

            assertThat(grown.values().stream().map(Grown::run).distinct())
                    .as("runs of the workflow")
                    .hasSizeGreaterThan(3);
            assertThat(perTurn(LATE).events())
                    .isCloseTo(
                            perTurn(EARLY).events(),
                            within(TENTH * perTurn(EARLY).events()));
            assertThat(perTurn(LATE).bytes())
                    .isCloseTo(
                            perTurn(EARLY).bytes(),
                            within(TENTH * perTurn(EARLY).bytes()));
            for (var figure : new String[] {PROMPT_TOKENS, EVENTS}) {
                var early = figure(stage, figure, simulation, EARLY);
                assertThat(figure(stage, figure, simulation, LATE)).as(figure).isCloseTo(early, within(TENTH * early));
            }
        }
    }

    @Test
    void aHundredTurnsInProcessAreSeenOnceEach() {
        try (var stage = Stage.withEverythingEmbedded(directory)) {
            playOnThroughAKill(stage, 100);
        }
    }

    private UUID playOnThroughAKill(Stage stage, int turns) {
        stage.model().latency(Duration.ZERO, Duration.ZERO);
        var product = new AtomicReference<>(stage.start());
        var simulation = product.get().api().start(turns);
        try (var follower =
                new Follower(() -> product.get().api().address().resolve("/simulations/" + simulation + "/events"))) {
            assertThat(product.get().api().play(simulation, turns).join().status())
                    .isEqualTo(202);
            watchUntil(turns / 2, product.get().api(), simulation);
            product.get().kill();
            product.set(stage.start());
            watchUntil(turns, product.get().api(), simulation);
            follower.awaitEnd();

            assertThat(follower.ids())
                    .isEqualTo(LongStream.rangeClosed(1, follower.ids().size())
                            .boxed()
                            .toList());
            assertThat(follower.named("turn_closed")).hasSize(turns);
            assertThat(follower.connections()).isGreaterThan(1);
        }
        new Books(stage.rows(), stage.model()).balance(simulation);
        return simulation;
    }

    private void watchUntil(int turn, Api api, UUID simulation) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            var workflow =
                    api.get("/simulations/" + simulation + "/workflow").join().body();
            saw(workflow);
            return workflow.path("state").path("turn").asInt(0) >= turn
                    || api.get("/simulate/" + simulation)
                                    .join()
                                    .body()
                                    .path("current_turn")
                                    .asInt()
                            >= turn;
        });
    }

    private void saw(JsonNode workflow) {
        var turn = workflow.path("state").path("turn").asInt(0);
        grown.putIfAbsent(
                turn,
                new Grown(
                        workflow.path("run_id").asString(""),
                        turn,
                        workflow.path("history_length").asDouble(),
                        workflow.path("history_size_bytes").asDouble()));
    }

    /** By how much a turn lets a history grow, over the turns of one run up to the given one. */
    private Grown perTurn(int until) {
        var seen = grown.values().stream()
                .filter(one -> one.turn() > until - 40 && one.turn() <= until)
                .toList();
        var last = seen.getLast();
        var first = seen.stream()
                .filter(one -> one.run().equals(last.run()))
                .findFirst()
                .orElseThrow();
        double turns = last.turn() - first.turn();
        return new Grown(
                last.run(), until, (last.events() - first.events()) / turns, (last.bytes() - first.bytes()) / turns);
    }

    private static double figure(Stage stage, String sql, UUID simulation, int until) {
        return stage.rows()
                .jdbc()
                .sql(sql)
                .param(simulation)
                .param(until)
                .param(until)
                .query(Double.class)
                .single();
    }
}
