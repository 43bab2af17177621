package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller.Answer;
import io.synthforce.api.Follower.Event;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

@WholeProgram
class EventsStoryTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Caller caller;

    @Test
    void who_follows_from_the_beginning_sees_everything_once_with_its_texts_and_is_told_the_end() {
        String id = caller.start(3);
        caller.post("/simulate/" + id + "/inject", Map.of("text", "The press calls."))
                .expect(202);
        try (Follower follower = follow(id)) {
            follower.awaitEvent(event -> event.name().equals("simulation_started"));
            caller.post("/simulate/" + id + "/play", Map.of("until_turn", 3)).expect(202);
            follower.awaitEnd();

            assertThat(follower.ids())
                    .isEqualTo(LongStream.rangeClosed(1, follower.ids().size())
                            .boxed()
                            .toList());
            assertThat(follower.named("turn_closed")).hasSize(3);
            assertThat(follower.events().getLast().data().path("reason").asString())
                    .isEqualTo("completed");
            assertThat(follower.connections()).isEqualTo(1);
            assertThat(follower.named("state")).isNotEmpty();
            assertThat(follower.named("event_occurred")
                            .getFirst()
                            .data()
                            .path("description")
                            .asString())
                    .isEqualTo("The press calls.");
            assertSaidAsAnswered(id, follower.named("position_taken"));
        }
    }

    @Test
    void the_stream_is_named_and_secured_like_every_answer_and_kept_by_no_cache() {
        String id = caller.start(1);
        caller.next(id).expect(200);

        HttpHeaders headers =
                caller.get("/simulations/" + id + "/events").expect(200).headers();
        assertThat(headers.getContentType().isCompatibleWith(MediaType.TEXT_EVENT_STREAM))
                .isTrue();
        assertThat(headers.getCacheControl()).contains("no-store");
        assertThat(headers.getFirst("X-Request-ID")).isNotBlank();
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Response-Time")).isNotBlank();
    }

    private void assertSaidAsAnswered(String id, List<Event> positions) {
        Event first = positions.getFirst();
        JsonNode said = first.data().path("utterance");
        JsonNode answered = caller.get("/simulations/" + id + "/turns/1")
                .body()
                .path("agent_responses")
                .get(0);
        assertThat(first.data().path("event").path("seat").asString())
                .isEqualTo(answered.path("agent_role").asString());
        assertThat(said.path("text").asString()).isNotBlank();
        assertThat(said.path("status").asString()).isEqualTo("ok");
        assertThat(said.path("scripted").asBoolean()).isTrue();
        assertThat(first.data().path("turn").asInt()).isEqualTo(1);
        assertThat(first.data().path("recorded_at").asString()).endsWith("Z");
    }

    @Test
    void who_comes_back_goes_on_right_after_the_last_event_seen() throws IOException {
        String id = caller.start(1);
        caller.next(id).expect(200);
        List<Long> all = read("/simulations/" + id + "/events", "");
        long last = all.getLast();

        assertThat(read("/simulations/" + id + "/events", "Last-Event-ID: 4\r\n")
                        .getFirst())
                .isEqualTo(5);
        assertThat(read("/simulations/" + id + "/events?last_event_id=6", "").getFirst())
                .isEqualTo(7);
        assertThat(read("/simulations/" + id + "/events?last_event_id=6", "Last-Event-ID: 8\r\n")
                        .getFirst())
                .isEqualTo(9);
        assertThat(caller.get("/simulations/" + id + "/events?last_event_id=" + last)
                        .expect(204)
                        .body()
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void a_deletion_is_the_end() {
        String id = caller.start();
        try (Follower follower = follow(id)) {
            follower.awaitEvent(event -> event.name().equals("state"));
            caller.delete("/simulate/" + id).expect(204);
            follower.awaitEnd();

            assertThat(follower.events().getLast().data().path("reason").asString())
                    .isEqualTo("deleted");
        }
        assertThat(caller.get("/simulations/" + id + "/events").expect(404).text("error"))
                .isEqualTo("simulation_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "99999999999999999999", "1000"})
    void an_id_that_was_never_sent_is_refused(String last) {
        String id = caller.start();

        assertThat(fault(caller.get("/simulations/" + id + "/events?last_event_id=" + last)
                        .expect(422)
                        .body()))
                .isEqualTo("query.last_event_id");
        assertThat(fault(caller.send(HttpMethod.GET, "/simulations/" + id + "/events", null, headers -> {
                            headers.set("Last-Event-ID", last);
                            headers.set("Accept", "text/event-stream");
                        })
                        .expect(422)
                        .body()))
                .isEqualTo("header.Last-Event-ID");
    }

    @Test
    void who_asks_for_the_head_alone_is_not_kept() {
        Answer head = caller.send(HttpMethod.HEAD, "/simulations/" + caller.start() + "/events", null, headers -> {});

        assertThat(head.expect(200).headers().getFirst("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void an_unknown_simulation_has_no_events() {
        caller.get("/simulations/" + UUID.randomUUID() + "/events").expect(404);
        caller.get("/simulations/none/events").expect(422);
    }

    @Test
    void readers_that_do_not_read_hold_nobody_up() throws IOException {
        String id = caller.start(2);
        List<Socket> idle = new ArrayList<>();
        try (Follower follower = follow(id)) {
            for (int i = 0; i < 100; i++) {
                idle.add(ask("/simulations/" + id + "/events", ""));
            }
            caller.next(id).expect(200);
            caller.next(id).expect(200);
            follower.awaitEnd();

            assertThat(follower.named("turn_closed")).hasSize(2);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static String fault(JsonNode problem) {
        return problem.path("details").get(0).path("field").asString();
    }

    private Follower follow(String id) {
        return new Follower(() -> URI.create("http://127.0.0.1:%d/simulations/%s/events".formatted(port, id)));
    }

    /** The ids of a stream that ends. */
    private List<Long> read(String path, String headers) throws IOException {
        try (Socket socket = ask(path, headers)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> Long.valueOf(line.substring(4)))
                    .toList();
        }
    }

    private Socket ask(String path, String headers) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(path, headers);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
