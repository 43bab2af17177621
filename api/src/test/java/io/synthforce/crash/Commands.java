package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.crash.Api.Answer;
import io.synthforce.crash.Rows.Call;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that arrive in the middle of a turn, in each of its phases and while it waits for the provider. */
abstract class Commands extends Races {

    /** A turn that is taken up again keeps its calls if it is asked the same. */
    private static final String SAME_INPUT = "Who pays for it?";

    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(strings = {"position", "disagreements", "reply", "minutes"})
    void aPauseIsAnsweredAtOnceAndLetsTheTurnUnderWayEnd(String phase) {
        var held = hold(phase);
        assertThat(soon(api.command(held.simulation(), "pause"))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("paused");
        assertThat(soon(api.next(held.simulation(), "refused")).status()).isEqualTo(409);
        assertThat(held.answer()).isNotDone();

        stage.model().release();
        assertThat(held.answer().join().turn()).isEqualTo(2);
        assertThat(soon(api.command(held.simulation(), "resume"))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("active");
        goesOn(held.simulation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "disagreements", "reply", "minutes"})
    void aStopIsAnsweredAtOnceLetsTheTurnUnderWayEndAndPlaysNoneThatWasQueued(String phase) {
        var held = hold(phase);
        var queued = api.next(held.simulation(), "queued");
        await().until(() -> !rows.request(held.simulation(), "queued").isEmpty());
        assertThat(soon(api.command(held.simulation(), "stop")).status()).isEqualTo(200);
        assertThat(soon(queued).status()).isEqualTo(409);

        stage.model().release();
        assertThat(held.answer().join().turn()).isEqualTo(2);
        goesOn(held.simulation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "disagreements", "reply", "minutes"})
    void aDeletionAnswers404ToWhoWaitsAndLeavesNothingButWhatWasSpent(String phase) {
        var held = hold(phase);
        assertThat(soon(api.delete(held.simulation())).status()).isEqualTo(204);
        assertThat(soon(held.answer()).status()).isEqualTo(404);
        await("the end of calls nobody wants").atMost(SOON).until(() -> openAttempts(held.simulation()) == 0);

        stage.model().release();
        await().until(() -> stage.model().waiting() == 0);
        isGone(held.simulation());
    }

    @Test
    void aDeletionWhileTheTurnWaitsForTheProviderAnswers404() {
        var waiting = waitingForTheProvider();
        assertThat(soon(api.delete(waiting.simulation())).status()).isEqualTo(204);
        assertThat(soon(waiting.answer()).status()).isEqualTo(404);
        isGone(waiting.simulation());
    }

    @Test
    void aStopLeavesATurnThatWaitsAndTheNextRequestTakesItUpWithoutRepeatingACall() {
        var waiting = waitingForTheProvider();
        var recorded = rows.calls(waiting.simulation()).stream().map(Call::key).toList();
        assertThat(soon(api.command(waiting.simulation(), "stop")).status()).isEqualTo(200);
        assertThat(soon(waiting.answer()).status()).isEqualTo(409);

        stage.model().forgiveAll();
        var again = soon(api.next(waiting.simulation(), "again", SAME_INPUT));
        assertThat(again.turn()).as(again.raw().body()).isEqualTo(2);
        var sent = books.sent(waiting.simulation());
        assertThat(recorded).hasSizeGreaterThan(Place.SEATS).allMatch(key -> sent.get(key) == 1);
        goesOn(waiting.simulation());
    }

    @Test
    void aPausedTurnThatWaitsKeepsItsCallerWaitingUntilItIsStopped() {
        var waiting = waitingForTheProvider();
        assertThat(soon(api.command(waiting.simulation(), "pause"))
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("paused");
        assertThat(waiting.answer()).isNotDone();
        assertThat(soon(api.command(waiting.simulation(), "stop")).status()).isEqualTo(200);
        assertThat(soon(waiting.answer()).status()).isEqualTo(409);
        assertThat(soon(api.next(waiting.simulation(), "refused")).status()).isEqualTo(409);

        stage.model().forgiveAll();
        assertThat(soon(api.command(waiting.simulation(), "resume")).status()).isEqualTo(200);
        assertThat(soon(api.next(waiting.simulation(), "again", SAME_INPUT)).turn())
                .isEqualTo(2);
        goesOn(waiting.simulation());
    }

    /** The second turn of a simulation whose minutes are refused for as long as nobody forgives; a limit holds for all calls of its model. */
    private Held waitingForTheProvider() {
        var simulation = api.start(5);
        assertThat(api.next(simulation, "first").join().turn()).isEqualTo(1);
        stage.model().refuse("minutes", 3, 1000);
        var answer = api.next(simulation, "second", SAME_INPUT);
        await().until(() -> rows.count(
                        "attempts where simulation = ? and turn = 2 and phase = 'minutes' and retry_at > now()",
                        simulation)
                > 0);
        await().until(() -> openAttempts(simulation) == 0);
        return new Held(simulation, answer);
    }

    private long openAttempts(UUID simulation) {
        return rows.count("attempts where simulation = ? and state = 'open'", simulation);
    }

    private void goesOn(UUID simulation) {
        var third = api.next(simulation, "third").join();
        assertThat(third.turn()).as(third.raw().body()).isEqualTo(3);
        new Story(rows, simulation).isWholeUpTo(3);
        books.balance(simulation);
    }

    private void isGone(UUID simulation) {
        assertThat(tables()).contains("requests", "turns", "journal", "snapshots", "calls", "memories", "lineage");
        assertThat(tables())
                .allSatisfy(table -> assertThat(rows.count(table + " where simulation = ?", simulation))
                        .as(table)
                        .isZero());
        assertThat(rows.count("simulations where id = ?", simulation)).isZero();
        assertThat(rows.count("attempts where simulation = ?", simulation)).isPositive();
        assertThat(rows.count(
                        "attempts where simulation = ? and coalesce(request, reply, detail) is not null", simulation))
                .as("attempts with texts")
                .isZero();
        assertThat(soon(api.get("/simulate/" + simulation)).status()).isEqualTo(404);
    }

    private List<String> tables() {
        return rows.jdbc()
                .sql(
                        "select table_name from information_schema.columns where column_name = 'simulation' and table_name <> 'attempts'")
                .query(String.class)
                .list();
    }

    private static Answer soon(CompletableFuture<Answer> answer) {
        assertThat(answer).succeedsWithin(SOON);
        return answer.join();
    }
}
