package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.activities.standin.Limit;
import io.synthforce.activities.standin.OddRefusal;
import io.synthforce.activities.standin.Plan;
import io.synthforce.crash.Api.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Simulations left alone with a free key: slower, never worse, and hardly ever refused. */
@ExtendWith(OutputOnFailure.class)
class ThrottledIT {

    private static final Plan MINUTES = Plan.free().withoutDays().faster(20);
    private static final double USED = 0.9;
    private static final double REFUSED = 0.02;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Calls of a what-if that were sent between the first word of a turn and the last of its positions. */
    private static final String WENT_AHEAD = """
            attempts where call_class = 'what_if' and reserved_tokens > 0
              and started_at > (select min(started_at) from attempts where simulation = ?)
              and started_at < (select max(started_at) from attempts
                                where simulation = ? and phase = 'position' and reserved_tokens > 0)""";

    @TempDir
    Path directory;

    @BeforeEach
    void thereIsATemporalServer() {
        assumeTrue(TemporalServer.cli().isPresent(), TemporalServer.MISSING);
    }

    @Test
    void threeTurnsUseWhatAFreePlanAllowsAMinute() {
        turnsKeepToTheMinutes(3);
    }

    @Test
    @Tag("full")
    void twentyTurnsUseWhatAFreePlanAllowsAMinute() {
        turnsKeepToTheMinutes(20);
    }

    private void turnsKeepToTheMinutes(int turns) {
        try (var throttled = new Throttled(Stage.withEverythingOutside(directory), MINUTES)) {
            var simulation = throttled.play(throttled.stage.start().api(), turns);
            throttled.awaitTurn(simulation, turns, PATIENCE);

            throttled.everyTurnIsWhole(simulation, turns);
            hardlyEverRefused(throttled);
        }
    }

    @Test
    @Tag("full")
    void twoWorkersShareTheMinutes() {
        twoWorkersPlayFourTurnsEach(_ -> {});
    }

    @Test
    @Tag("full")
    void twoWorkersShareTheMinutesThroughAnOutageOfRedis() {
        twoWorkersPlayFourTurnsEach(throttled -> {
            throttled.stage.redis().kill();
            var answered = throttled.groq.books().size();
            await().atMost(PATIENCE).until(() -> throttled.groq.books().size() > answered + 15);
            throttled.stage.redis().restart();
        });
    }

    private void twoWorkersPlayFourTurnsEach(Consumer<Throttled> inBetween) {
        try (var throttled = new Throttled(Stage.withEverythingOutside(directory), MINUTES)) {
            var api = throttled.stage.start().api();
            throttled.stage.startWorker();
            var two = List.of(throttled.play(api, 4), throttled.play(api, 4));
            two.forEach(simulation -> throttled.awaitTurn(simulation, 1, PATIENCE));
            inBetween.accept(throttled);
            two.forEach(simulation -> throttled.awaitTurn(simulation, 4, PATIENCE));

            two.forEach(simulation -> throttled.everyTurnIsWhole(simulation, 4));
            assertThat(throttled
                            .stage
                            .rows()
                            .jdbc()
                            .sql("select count(distinct worker) from attempts where state = 'recorded'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            hardlyEverRefused(throttled);
        }
    }

    private static void hardlyEverRefused(Throttled throttled) {
        assertThat(throttled.usedOf(MINUTES)).as(throttled.told()).isGreaterThanOrEqualTo(USED);
        assertThat(throttled.refused()).as(throttled.told()).isLessThanOrEqualTo(throttled.few(REFUSED));
    }

    @Test
    @Tag("full")
    void fiveTurnsGetThroughADaysLimit() {
        var days = new Plan(
                Plan.unlimited().requestsPerMinute(),
                Plan.unlimited().requestsPerDay(),
                Plan.unlimited().tokensPerMinute(),
                Plan.free().tokensPerDay(),
                2_000,
                Duration.ZERO,
                Map.of());
        try (var throttled = new Throttled(Stage.withEverythingOutside(directory), days)) {
            throttled.groq.preset("org_default", Throttled.MODEL, Limit.TOKENS_PER_DAY, 20_000);
            var simulation = throttled.play(throttled.stage.start().api(), 5);
            throttled.awaitTurn(simulation, 5, PATIENCE);

            throttled.everyTurnIsWhole(simulation, 5);
            assertThat(throttled.refused()).as(throttled.told()).isLessThanOrEqualTo(throttled.few(3 * REFUSED));
        }
    }

    @Test
    void whoAsksForTheNextTurnDuringALargeWhatIfWaitsForNoCallOfItThatWasNotUnderWay() {
        try (var throttled = new Throttled(Stage.withEverythingOutside(directory), MINUTES)) {
            var api = throttled.stage.start().api();
            var rows = throttled.stage.rows();
            var compared = api.start(10);
            var interactive = api.start(5);
            var whatIf = api.whatIf(compared, 2, 4);
            await().atMost(PATIENCE)
                    .until(() -> rows.count("attempts where call_class = 'what_if' and state = 'refused' and place > 6")
                            > 0);

            var next = api.next(interactive, "next");
            await().atMost(PATIENCE)
                    .until(() -> rows.count(
                                    "attempts where simulation = ? and phase = 'position' and reserved_tokens > 0",
                                    interactive)
                            >= Place.SEATS);
            assertThat(rows.count(WENT_AHEAD, interactive, interactive))
                    .as("calls of the what-if that went ahead of one that someone waited for")
                    .isLessThanOrEqualTo(1);
            assertThat(next).succeedsWithin(PATIENCE);
            assertThat(next.join().turn()).isEqualTo(1);
            assertThat(whatIf).isNotDone();
        }
    }

    @Test
    void aDailyLimitParksASimulationThatIsCommandedAllTheSame() {
        try (var throttled = new Throttled(Stage.withEverythingOutside(directory), Plan.unlimited())) {
            var api = throttled.stage.start().api();
            var simulation = api.start(5);
            throttled.groq.then(OddRefusal.TPD, OddRefusal.TPD);
            var next = api.next(simulation, "parked");
            await().atMost(PATIENCE)
                    .until(() -> waiting(api, simulation).status() == 200
                            && waiting(api, simulation).body().path("waiting").isObject()
                            && waiting(api, simulation).body().path("thinking").isEmpty());
            var waiting = waiting(api, simulation).body().path("waiting");

            assertThat(waiting.path("reason").asString()).isEqualTo("rate_limited");
            assertThat(waiting.path("place").asInt(0)).isPositive();
            assertThat(Instant.parse(waiting.path("until").asString()))
                    .isAfter(Instant.now().plus(Duration.ofMinutes(15)));
            await("no worker is kept")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    throttled.stage.temporal().statesOfActivitiesOf("simulation/" + simulation))
                            .isNotEmpty()
                            .containsOnly("SCHEDULED"));
            var answered = throttled.groq.books().size();
            assertThat(soon(api.command(simulation, "pause"))
                            .body()
                            .path("status")
                            .asString())
                    .isEqualTo("paused");
            assertThat(soon(api.command(simulation, "resume"))
                            .body()
                            .path("status")
                            .asString())
                    .isEqualTo("active");
            assertThat(soon(api.command(simulation, "stop")).status()).isEqualTo(200);
            assertThat(soon(next).status()).isEqualTo(409);
            assertThat(soon(api.delete(simulation)).status()).isEqualTo(204);
            assertThat(soon(api.get("/simulate/" + simulation)).status()).isEqualTo(404);
            assertThat(throttled.groq.books().size())
                    .as("nothing was asked meanwhile")
                    .isEqualTo(answered);
        }
    }

    private static Answer waiting(Api api, UUID simulation) {
        return soon(api.get("/simulate/" + simulation));
    }

    private static Answer soon(CompletableFuture<Answer> answer) {
        assertThat(answer).succeedsWithin(SOON);
        return answer.join();
    }
}
