package io.synthforce.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.request.Requests.Submitted.Stored;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void a_request_is_stored_open() {
        var stored = (Stored) store.requests.submit(story.id, "key", Operation.NEXT, "{\"user_input\":\"Go\"}");

        assertThat(stored.isNew()).isTrue();
        assertThat(stored.request().state()).isEqualTo(RequestRow.State.OPEN);
        assertThat(stored.request().outcome()).isNull();
        assertThat(store.requests.find(stored.request().id())).contains(stored.request());
    }

    @Test
    void the_same_key_and_body_again_is_answered_with_the_first_request() {
        var first = (Stored) store.requests.submit(story.id, "key", Operation.NEXT, "{}");

        assertThat(store.requests.submit(story.id, "key", Operation.NEXT, "{}"))
                .isEqualTo(new Stored(first.request(), false));
    }

    @Test
    void the_same_key_for_anything_else_is_a_conflict() {
        store.requests.submit(story.id, "key", Operation.NEXT, "{}");

        assertThat(store.requests.submit(story.id, "key", Operation.NEXT, "{\"user_input\":\"Go\"}"))
                .isEqualTo(new Submitted.KeyConflict());
        assertThat(store.requests.submit(story.id, "key", Operation.PAUSE, "{}"))
                .isEqualTo(new Submitted.KeyConflict());
    }

    @Test
    void the_key_belongs_to_one_simulation() {
        store.requests.submit(story.id, "key", Operation.NEXT, "{}");
        Story other = Story.ofPriceIncrease(store);

        assertThat(store.requests.submit(other.id, "key", Operation.NEXT, "{\"user_input\":\"Go\"}"))
                .isInstanceOf(Stored.class);
    }

    @Test
    void an_unknown_simulation_is_told_apart() {
        assertThat(store.requests.submit(UUID.randomUUID(), "key", Operation.NEXT, "{}"))
                .isEqualTo(new Submitted.UnknownSimulation());
    }

    @Test
    void the_same_request_sent_twice_at_once_is_stored_once() {
        for (int round = 0; round < 20; round++) {
            String key = "at once " + round;
            var results = AtOnce.twice(() -> (Stored) store.requests.submit(story.id, key, Operation.NEXT, "{}"));

            assertThat(results).filteredOn(Stored::isNew).hasSize(1);
            assertThat(results.get(0).request()).isEqualTo(results.get(1).request());
        }
    }

    @Test
    void a_body_survives_characters_that_postgresql_cannot_keep() {
        var request = story.next("{\"user_input\":\"nul \\u0000 raw \u0000 and half \uD83D\"}");

        var turn = story.take(request).turn();

        assertThat(store.turns
                        .find(story.id, turn.number())
                        .orElseThrow()
                        .inputs()
                        .userInput())
                .isEqualTo("nul \uFFFD raw \uFFFD and half \uFFFD");
    }

    @Test
    void next_on_a_paused_simulation_is_stored_refused() {
        story.command(Operation.PAUSE);

        RequestRow request = story.next();

        assertThat(request.state()).isEqualTo(RequestRow.State.REFUSED);
        assertThat(request.outcome().httpStatus()).isEqualTo(409);
        assertThat(request.outcome().error()).isEqualTo("simulation_paused");
        assertThat(request.outcome().detail()).contains("resume it");
        assertThat(store.requests.unanswered(story.id)).isEmpty();
    }

    @Test
    void what_was_refused_is_answered_the_same_when_it_is_sent_again_later() {
        story.command(Operation.PAUSE);
        var refused = (Stored) store.requests.submit(story.id, "key", Operation.NEXT, "{}");
        story.command(Operation.RESUME);

        assertThat(store.requests.submit(story.id, "key", Operation.NEXT, "{}"))
                .isEqualTo(new Stored(refused.request(), false));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHAT_IF")
    void a_completed_simulation_refuses_whatever_would_move_it_and_names_the_number_of_turns(Operation operation) {
        Story short1 = Story.of(store, Scenarios.priceIncrease(1));
        short1.playTurn();

        RequestRow request = short1.submit(operation, "{}");

        assertThat(request.outcome().httpStatus()).isEqualTo(409);
        assertThat(request.outcome().error()).isEqualTo("simulation_completed");
        assertThat(request.outcome().detail()).contains("maximum number of turns (1) is reached");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void a_failed_simulation_refuses_everything(Operation operation) {
        set("status = 'failed'");

        assertThat(story.submit(operation, "{}").outcome().error()).isEqualTo("simulation_failed");
    }

    @Test
    void next_is_refused_at_the_last_turn_even_while_the_status_says_active() {
        set("current_turn = max_turns");

        RequestRow request = story.next();

        assertThat(request.outcome().error()).isEqualTo("simulation_completed");
        assertThat(request.outcome().detail()).contains("maximum number of turns (5) is reached");
    }

    @Test
    void a_revived_run_answers_the_taken_request_first_and_then_the_open_ones_in_order() {
        RequestRow first = story.next();
        RequestRow second = story.next();
        RequestRow pause = story.submit(Operation.PAUSE, "{}");
        story.take(second);

        assertThat(store.requests.unanswered(story.id))
                .containsExactly(
                        new Bell(second.id(), Operation.NEXT),
                        new Bell(first.id(), Operation.NEXT),
                        new Bell(pause.id(), Operation.PAUSE));
    }

    @Test
    void the_run_that_took_the_bell_is_noted() {
        RequestRow request = story.next();

        store.requests.rung(request.id(), "run-1");

        assertThat(story.request(request.id()).runId()).isEqualTo("run-1");
    }

    @Test
    void each_idle_request_is_claimed_by_one_process_and_not_again_before_it_is_idle_again() {
        try (TestStore alone = new TestStore()) {
            Story lonely = Story.ofPriceIncrease(alone);
            for (int i = 0; i < 6; i++) {
                lonely.next();
            }
            assertThat(alone.requests.claimIdle(Duration.ofSeconds(10), 10)).isEmpty();
            alone.jdbc
                    .sql("update requests set created_at = now() - interval '11 seconds'")
                    .update();

            var claims = AtOnce.twice(() -> alone.requests.claimIdle(Duration.ofSeconds(10), 3));

            assertThat(claims.stream().flatMap(list -> list.stream()).map(RequestRow::id))
                    .doesNotHaveDuplicates()
                    .hasSize(6);
            assertThat(alone.requests.claimIdle(Duration.ofSeconds(10), 10)).isEmpty();
            assertThat(alone.requests.claimIdle(Duration.ZERO, 10)).hasSize(6);
        }
    }

    @Test
    void what_is_answered_is_never_claimed() {
        try (TestStore alone = new TestStore()) {
            Story lonely = Story.ofPriceIncrease(alone);
            RequestRow taken = lonely.next();
            lonely.take(taken);
            lonely.command(Operation.PAUSE);

            assertThat(Stream.of(alone.requests.claimIdle(Duration.ZERO, 10)).flatMap(list -> list.stream()))
                    .extracting(RequestRow::id)
                    .containsExactly(taken.id());
        }
    }

    @Test
    void simulations_that_owe_an_answer_are_known() {
        try (TestStore alone = new TestStore()) {
            Story waiting = Story.ofPriceIncrease(alone);
            waiting.next();
            waiting.next();
            Story.ofPriceIncrease(alone).playTurn();

            assertThat(alone.requests.simulationsWaiting()).containsExactly(waiting.id);
        }
    }

    private void set(String assignment) {
        store.jdbc
                .sql("update simulations set %s where id = :id".formatted(assignment))
                .param("id", story.id)
                .update();
    }
}
