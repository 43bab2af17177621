package io.synthforce.api.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.simulation.StandingsFixture;
import io.synthforce.api.stream.EventStream;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.doorbell.Listener;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.turn.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ReaderTest {

    private final TestStore store = new TestStore();
    private final Story story = Story.ofPriceIncrease(store);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private volatile boolean closing;
    private Thread thread;

    @BeforeEach
    void follow() throws IOException {
        follow(Duration.ofSeconds(15));
    }

    private void follow(Duration heartbeat) throws IOException {
        EventStream stream = new EventStream(response, Json.mapper(), heartbeat);
        Reader reader = new Reader(
                story.id,
                story.row().scenario().world(),
                0,
                store.simulations,
                new JournalEvents(store.journal, store.calls, store.turns),
                StandingsFixture.of(store),
                stream);
        thread = Thread.ofVirtual().start(() -> {
            try (Listener bell = store.doorbell.listen(story.id)) {
                reader.keep(bell, () -> closing);
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        closing = true;
        thread.join();
        store.close();
    }

    @Test
    void it_shows_who_is_thinking_and_at_which_attempt() {
        story.takeNext();
        UUID first = story.begin(story.position(1, "ceo"));
        awaitSent("\"seat\":\"ceo\",\"phase\":\"position\"", "\"attempt\":1");
        store.calls.end(first, Story.ended(State.BROKEN, null, null));
        story.begin(story.position(1, "ceo"));

        awaitSent("\"attempt\":2");
        assertThat(sent()).contains("event: state\ndata: {\"status\":\"active\",\"current_turn\":0,\"turn\":1");
    }

    @Test
    void it_shows_what_a_turn_waits_for() {
        story.takeNext();
        UUID attempt = story.begin(story.position(1, "ceo"));
        store.calls.end(attempt, Story.ended(State.REFUSED, 429, Instant.now().plusSeconds(600)));

        awaitSent("\"waiting\":{\"reason\":\"rate_limited\",\"until\":");
    }

    @Test
    void it_shows_a_play_and_its_pause() {
        story.play(3);
        store.doorbell.ring(story.id);
        awaitSent("\"play\":{\"until_turn\":3,\"status\":\"playing\"");

        story.command(Operation.PAUSE);
        awaitSent("\"play\":{\"until_turn\":3,\"status\":\"paused\"");
    }

    @Test
    void nobodys_silence_is_shown_as_speech() {
        Turn turn = story.takeNext();
        UUID attempt = story.begin(story.position(1, "ceo"));
        store.calls.giveUp(Story.degraded(attempt, story.position(1, "ceo")));
        List<SimulationEvent> events = List.of(
                new TurnOpened(1, turn.inputs(), List.of("ceo")),
                PositionTaken.degraded("ceo", "the provider refused it"),
                new MinutesTaken(Answer.degraded("nobody wrote them")),
                new TurnClosed(1));
        story.project(turn, events);

        awaitSent("event: turn_closed");
        assertThat(sent())
                .contains("\"utterance\":{\"status\":\"degraded\",\"text\":\"\",\"reason\":\"the provider refused it\"")
                .contains("\"utterance\":{\"status\":\"degraded\",\"text\":\"\",\"reason\":\"nobody wrote them\"");
    }

    @Test
    void a_connection_on_which_nothing_happens_is_kept_alive() throws Exception {
        closing = true;
        thread.join();
        closing = false;
        follow(Duration.ofMillis(1));

        awaitSent(": still here");
    }

    @Test
    void a_database_that_is_away_for_a_while_ends_no_connection() {
        awaitSent("event: simulation_started");
        store.jdbc.sql("alter table simulations rename to gone").update();
        store.doorbell.ring(story.id);
        store.jdbc.sql("alter table gone rename to simulations").update();

        story.playTurn();

        awaitSent("event: turn_closed");
    }

    @Test
    void it_ends_with_the_simulation() throws Exception {
        store.requests.fail(story.id);

        awaitSent("event: end\ndata: {\"reason\":\"failed\"}");
        thread.join();
        assertThat(sent().lines().filter("event: end"::equals)).hasSize(1);
    }

    private void awaitSent(String... parts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sent()).contains(parts));
    }

    private String sent() {
        return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
