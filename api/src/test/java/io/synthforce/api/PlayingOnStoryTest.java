package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeProgram
class PlayingOnStoryTest {

    @Autowired
    private Caller caller;

    @Test
    void a_simulation_plays_on_by_itself_to_the_turn_it_was_asked_for() {
        String id = caller.start(4);

        Answer accepted = play(id, 3, "play").expect(202);

        assertThat(accepted.headers().getFirst("Location")).isEqualTo("/simulate/" + id);
        assertThat(accepted.body().path("play").path("status").asString()).isEqualTo("playing");
        assertThat(accepted.body().path("play").path("until_turn").asInt()).isEqualTo(3);
        awaitPlay(id, "completed");
        assertThat(caller.get("/simulate/" + id).body().path("current_turn").asInt())
                .isEqualTo(3);
        Answer again = play(id, 3, "play").expect(200);
        assertThat(again.body().path("play").path("status").asString()).isEqualTo("completed");
        assertThat(play(id, 4, "play").expect(409).text("error")).isEqualTo("idempotency_conflict");

        play(id, 4, "to the end").expect(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get("/simulate/" + id).text("status").equals("completed"));
        assertThat(play(id, 4, "beyond").expect(409).text("error")).isEqualTo("simulation_completed");
        assertThat(caller.get("/simulations/" + id + "/turns")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void who_asks_for_the_next_turn_while_it_plays_gets_it() {
        String id = caller.start(30);
        play(id, 30, "play").expect(202);

        Answer next = caller.post(
                        "/simulate/next", Map.of("session_id", id, "user_input", "What about our smallest customers?"))
                .expect(200);

        assertThat(next.text("user_input")).isEqualTo("What about our smallest customers?");
        assertThat(next.body().path("turn_number").asInt()).isLessThan(30);
        caller.delete("/simulate/" + id).expect(204);
    }

    @Test
    void a_pause_holds_a_play_and_a_resume_lets_it_go_on_until_it_is_stopped() {
        String id = caller.start(200);
        play(id, 200, "play").expect(202);
        assertThat(play(id, 7, "other").expect(409).text("error")).isEqualTo("already_playing");
        awaitTurn(id, 1);
        caller.post("/simulate/" + id + "/pause").expect(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get("/simulations/" + id + "/workflow")
                        .body()
                        .path("state")
                        .path("playing")
                        .isNull());
        awaitPlay(id, "paused");
        int paused = turn(id);

        caller.post("/simulate/" + id + "/resume").expect(200);
        awaitTurn(id, paused + 1);
        caller.post("/simulate/" + id + "/stop").expect(200);
        awaitPlay(id, "stopped");

        int stopped = turn(id);
        assertThat(stopped).isLessThan(200);
        assertThat(caller.get("/simulate/" + id)
                        .body()
                        .path("play")
                        .path("until_turn")
                        .asInt())
                .isEqualTo(stopped);
        assertThat(caller.next(id).expect(200).body().path("turn_number").asInt())
                .isEqualTo(stopped + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                    | missing",
                "{\"until_turn\": null} | missing",
                "{\"until_turn\": 0}    | greater_than_equal",
                "{\"until_turn\": 501}  | less_than_equal",
                "{\"until_turn\": 3}    | less_than_equal",
                "{\"until_turn\": 1}    | greater_than",
                "{\"until_turn\": \"2\"}  | int_parsing",
                "{\"until_turn\": 1.5}  | int_parsing"
            })
    void a_play_names_a_turn_that_is_to_come(String body, String type) {
        String id = caller.start(2);
        caller.next(id).expect(200);

        JsonNode fault = caller.post("/simulate/" + id + "/play", body)
                .expect(422)
                .body()
                .path("details")
                .get(0);

        assertThat(fault.path("field").asString()).isEqualTo("body.until_turn");
        assertThat(fault.path("type").asString()).isEqualTo(type);
        assertThat(caller.get("/simulate/" + id).body().path("play").isNull()).isTrue();
    }

    @Test
    void only_an_active_simulation_begins_to_play() {
        String id = caller.start();
        caller.post("/simulate/" + id + "/pause").expect(200);

        assertThat(play(id, 2, "play").expect(409).text("error")).isEqualTo("simulation_paused");
        play(UUID.randomUUID().toString(), 2, "play").expect(404);
    }

    private Answer play(String id, int untilTurn, String key) {
        return caller.post("/simulate/" + id + "/play", Map.of("until_turn", untilTurn), Caller.keyed(key));
    }

    private int turn(String id) {
        return caller.get("/simulate/" + id).body().path("current_turn").asInt();
    }

    private void awaitTurn(String id, int turn) {
        await().atMost(Duration.ofSeconds(30)).until(() -> turn(id) >= turn);
    }

    private void awaitPlay(String id, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get("/simulate/" + id)
                        .body()
                        .path("play")
                        .path("status")
                        .asString()
                        .equals(status));
    }
}
