package io.synthforce.api.request;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.problem.Refused;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.TestTemporal;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.turn.Turn;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

class InboxTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration UNTAKEN = Duration.ofMillis(500);
    private static final TestStore store = new TestStore();
    private static final TestTemporal temporal = TestTemporal.inProcess();
    private static final TestTemporal away = TestTemporal.away();

    private final Story story = Story.ofPriceIncrease(store);
    private final RequestKey key = new RequestKey("mine");
    private final Waiting waiting = waiting(temporal);
    private final Inbox inbox = inbox(temporal, waiting);

    @AfterAll
    static void close() {
        temporal.close();
        away.close();
        store.close();
    }

    @Test
    void a_caller_is_kept_until_the_turn_is_played() {
        CompletableFuture<Asked> answer = supplyAsync(() -> next(inbox, key, LONG));
        Turn turn = takeWhenStored();
        assertThat(answer).isNotDone();
        story.project(turn, story.speak(turn));

        assertThat(answer)
                .succeedsWithin(LONG)
                .asInstanceOf(InstanceOfAssertFactories.type(Asked.Done.class))
                .satisfies(done -> assertThat(done.request().turn()).isEqualTo(1));
    }

    @Test
    void the_run_that_took_the_bell_is_noted() {
        Asked asked = next(inbox, key, Duration.ZERO);

        assertThat(stored(asked).runId()).isNotNull();
    }

    @Test
    void whoever_does_not_wait_learns_that_it_is_pending() {
        assertThat(next(inbox, key, Duration.ZERO)).isInstanceOf(Asked.Pending.class);
    }

    @Test
    void the_same_key_asks_once_and_is_answered_twice() {
        RequestRow first = stored(next(inbox, key, Duration.ZERO));
        Turn turn = story.take(first).turn();
        story.project(turn, story.speak(turn));

        assertThat(next(inbox, key, LONG)).isEqualTo(next(inbox, key, Duration.ZERO));
        assertThat(store.turns.countPlayed(story.id)).isEqualTo(1);
    }

    @Test
    void the_same_key_for_something_else_is_a_conflict() {
        next(inbox, key, Duration.ZERO);

        assertThatThrownBy(() -> inbox.ask(story.id, key, Operation.PAUSE, "{}", LONG))
                .isInstanceOf(KeyUsedBefore.class);
    }

    @Test
    void what_the_simulation_refuses_is_told_at_once() {
        story.command(Operation.PAUSE);

        assertRefused(() -> next(inbox, key, LONG), 409, "is paused");
    }

    @Test
    void nothing_can_be_asked_of_an_unknown_simulation() {
        assertThatThrownBy(() -> inbox.ask(UUID.randomUUID(), key, Operation.NEXT, "{}", LONG))
                .isInstanceOf(UnknownSimulation.class);
    }

    @Test
    void whoever_waits_for_a_deleted_simulation_is_told() {
        CompletableFuture<Asked> answer = supplyAsync(() -> next(inbox, key, LONG));
        await().until(() -> !store.requests.unanswered(story.id).isEmpty());

        story.delete();

        assertThat(answer).failsWithin(LONG).withThrowableThat().withCauseInstanceOf(UnknownSimulation.class);
    }

    @Test
    void without_a_worker_the_request_stays_stored_and_the_caller_is_told_to_come_back() {
        assertRefused(() -> next(inbox, key, LONG), 503, "No worker", "may still be played", "Idempotency-Key mine");
        assertThat(store.requests.unanswered(story.id)).hasSize(1);
    }

    @Test
    void a_process_that_works_itself_is_trusted_to_take_it() {
        Waiting patient = new Waiting(
                store.requests, store.simulations, store.turns, store.doorbell, temporal.server("worker"), settings());

        assertThat(next(inbox(temporal, patient), key, UNTAKEN.multipliedBy(4))).isInstanceOf(Asked.Pending.class);
    }

    @Test
    void a_request_behind_another_ones_turn_keeps_waiting() {
        story.takeNext();

        assertThat(next(inbox, key, UNTAKEN.multipliedBy(4))).isInstanceOf(Asked.Pending.class);
    }

    @Test
    void while_temporal_is_away_the_request_stays_stored_and_the_caller_is_told_to_come_back() {
        Inbox cutOff = inbox(away, waiting(away));

        assertRefused(() -> next(cutOff, key, LONG), 503, "Temporal does not answer", "Idempotency-Key mine");
        assertThat(store.requests.unanswered(story.id)).hasSize(1);
    }

    @Test
    void while_temporal_is_away_here_someone_else_may_carry_it_out() {
        Waiting patient = new Waiting(
                store.requests,
                store.simulations,
                store.turns,
                store.doorbell,
                away.server(),
                new ApiSettings("", "", "", LONG, LONG, LONG, null));
        CompletableFuture<Asked> answer =
                supplyAsync(() -> inbox(away, patient).ask(story.id, key, Operation.PAUSE, "{}", LONG));
        await().until(() -> !store.requests.unanswered(story.id).isEmpty());

        Bell stored = store.requests.unanswered(story.id).getFirst();
        store.requests.answer(story.id, stored.request());

        assertThat(answer).succeedsWithin(LONG).isInstanceOf(Asked.Done.class);
    }

    @Test
    void a_process_that_stops_lets_its_callers_go() {
        CompletableFuture<Asked> answer = supplyAsync(() -> next(inbox, key, LONG));
        takeWhenStored();

        waiting.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));

        assertThat(answer).failsWithin(LONG).withThrowableThat().withMessageContaining("being stopped");
    }

    private Turn takeWhenStored() {
        await().until(() -> !store.requests.unanswered(story.id).isEmpty());
        long request = store.requests.unanswered(story.id).getFirst().request();
        return store.turns.take(story.id, request, story.head()).turn();
    }

    private Asked next(Inbox inbox, RequestKey key, Duration limit) {
        return inbox.ask(story.id, key, Operation.NEXT, "{}", limit);
    }

    private static RequestRow stored(Asked asked) {
        long id = asked instanceof Asked.Pending pending ? pending.request().id() : 0;
        RequestRow row = store.requests.find(id).orElseThrow();
        assertThat(row.state()).isEqualTo(State.OPEN);
        return row;
    }

    private static void assertRefused(ThrowingCallable request, int status, String... words) {
        assertThatThrownBy(request)
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.status().value()).isEqualTo(status);
                    assertThat(refused).hasMessageContainingAll(words);
                });
    }

    private static Waiting waiting(TestTemporal server) {
        return new Waiting(
                store.requests, store.simulations, store.turns, store.doorbell, server.server("api"), settings());
    }

    private static ApiSettings settings() {
        return new ApiSettings("", "", "", LONG, LONG, UNTAKEN, null);
    }

    private static Inbox inbox(TestTemporal server, Waiting waiting) {
        return new Inbox(store.requests, server.workflows(store.simulations), waiting);
    }
}
