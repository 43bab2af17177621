package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.crash.Api.Answer;
import io.synthforce.workflows.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that meet each other in one process. */
@ExtendWith(OutputOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Races {

    @AutoClose
    Stage stage;

    Product product;
    Api api;
    Rows rows;
    Books books;

    void begin(Stage on) {
        stage = on;
        product = stage.start();
        api = product.api();
        rows = stage.rows();
        books = new Books(rows, stage.model());
    }

    @AfterEach
    void letGo() {
        if (stage != null) {
            stage.model().release();
            stage.model().forgiveAll();
        }
    }

    @Test
    void theSameKeySentTwiceAtOnceIsOneTurn() {
        var simulation = api.start(5);
        var one = api.next(simulation, "same");
        var other = api.next(simulation, "same");

        assertThat(one.join().status()).isEqualTo(200);
        assertThat(other.join().body()).isEqualTo(one.join().body());
        assertThat(api.next(simulation, "same").join().body())
                .isEqualTo(one.join().body());
        new Story(rows, simulation).isWholeUpTo(1);
    }

    @Test
    void theSameKeySentTwiceAtOnceStartsOneSimulation() {
        var one = api.start(5, "start once");
        var other = api.start(5, "start once");

        assertThat(one.join().status()).isEqualTo(201);
        assertThat(other.join().body().path("session_id"))
                .isEqualTo(one.join().body().path("session_id"));
        assertThat(rows.count("simulations where start_key = ?", "start once")).isOne();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var simulation = api.start(5);
        var one = api.next(simulation, "same", "Shall we wait?");
        var other = api.next(simulation, "same", "Shall we not wait?");

        assertThat(List.of(one.join().status(), other.join().status())).containsExactlyInAnyOrder(200, 409);
        new Story(rows, simulation).isWholeUpTo(1);
    }

    @Test
    void ofTwentyRequestsAtOnceForFiveTurnsFiveArePlayedInOrderAndFifteenRefused() {
        var simulation = api.start(5);
        var answers = IntStream.range(0, 20).mapToObj(i -> api.next(simulation, "key " + i)).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(15);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .extracting(Answer::turn)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(turnsByTheirEnd(simulation)).containsExactly(1, 2, 3, 4, 5);
        IntStream.rangeClosed(2, 5).forEach(turn -> everyPositionKnowsTheMinutesBefore(simulation, turn));
        new Story(rows, simulation).isWholeUpTo(5);
        books.balance(simulation);
    }

    @Test
    void requestsOfManySimulationsAtOnceDoNotMix() {
        var simulations = IntStream.range(0, 8).mapToObj(_ -> api.start(3)).toList();
        var answers = simulations.stream()
                .flatMap(simulation -> IntStream.range(0, 3).mapToObj(i -> api.next(simulation, "key " + i)))
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .extracting(Answer::status)
                .containsOnly(200);
        assertThat(simulations).allSatisfy(simulation -> new Story(rows, simulation).isWholeUpTo(3));
    }

    private List<Integer> turnsByTheirEnd(UUID simulation) {
        return rows.jdbc()
                .sql("select turn from requests where simulation = ? and state = 'done' order by closed_at")
                .param(simulation)
                .query(Integer.class)
                .list();
    }

    private void everyPositionKnowsTheMinutesBefore(UUID simulation, int turn) {
        var minutes = Json.mapper()
                .readTree(rows.jdbc()
                        .sql("select reply from calls where simulation = ? and turn = ? and phase = 'minutes'")
                        .params(simulation, turn - 1)
                        .query(String.class)
                        .single())
                .path("text")
                .asString();
        var prompts = rows.jdbc()
                .sql("select request from attempts where simulation = ? and turn = ? and phase = 'position'")
                .params(simulation, turn)
                .query(String.class)
                .list();
        assertThat(prompts)
                .hasSize(Place.SEATS)
                .allSatisfy(prompt -> assertThat(spoken(prompt)).contains(minutes));
    }

    private static String spoken(String prompt) {
        return Json.mapper()
                .readTree(prompt)
                .path("messages")
                .valueStream()
                .map(message -> message.path("content").asString())
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** A turn of a fresh simulation, held where {@code schema} is asked. */
    Held hold(String schema) {
        var simulation = api.start(5);
        assertThat(api.next(simulation, "first").join().turn()).isEqualTo(1);
        stage.model().hold(schema);
        var answer = api.next(simulation, "second");
        await().until(() -> stage.model().waiting(schema) > 0);
        return new Held(simulation, answer);
    }

    record Held(UUID simulation, CompletableFuture<Answer> answer) {}
}
