package io.synthforce.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Requests.Answered;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void pause_pauses_and_refuses_the_turns_queued_before_it() {
        RequestRow before = story.next();
        RequestRow pause = story.submit(Operation.PAUSE, "{}");
        RequestRow after = story.next();

        assertThat(store.requests.answer(story.id, pause.id())).isEqualTo(new Answered(Status.PAUSED, 0));

        assertThat(story.row().status()).isEqualTo(Status.PAUSED);
        assertThat(story.request(pause.id()).outcome()).isEqualTo(Outcome.OK);
        assertThat(story.request(before.id()).outcome().error()).isEqualTo("simulation_paused");
        assertThat(story.request(after.id()).state()).isEqualTo(RequestRow.State.OPEN);
    }

    @Test
    void a_turn_already_taken_goes_on_through_pause_and_stop() {
        RequestRow taken = story.next();
        story.take(taken);

        story.command(Operation.STOP);
        story.command(Operation.PAUSE);

        assertThat(story.request(taken.id()).state()).isEqualTo(RequestRow.State.TAKEN);
    }

    @Test
    void pausing_a_paused_simulation_and_resuming_an_active_one_change_nothing() {
        assertThat(story.command(Operation.RESUME).status()).isEqualTo(Status.ACTIVE);
        story.command(Operation.PAUSE);
        assertThat(story.command(Operation.PAUSE).status()).isEqualTo(Status.PAUSED);
        assertThat(story.command(Operation.RESUME).status()).isEqualTo(Status.ACTIVE);
        assertThat(story.next().state()).isEqualTo(RequestRow.State.OPEN);
    }

    @Test
    void stop_leaves_the_status_and_refuses_the_turns_queued_before_it() {
        RequestRow before = story.next();

        Answered answered = story.command(Operation.STOP);

        assertThat(answered.status()).isEqualTo(Status.ACTIVE);
        assertThat(story.request(before.id()).outcome().httpStatus()).isEqualTo(409);
        assertThat(story.request(before.id()).outcome().error()).isEqualTo("stopped");
        assertThat(story.next().state()).isEqualTo(RequestRow.State.OPEN);
    }

    @Test
    void a_command_answered_twice_is_obeyed_once() {
        RequestRow pause = story.submit(Operation.PAUSE, "{}");
        store.requests.answer(story.id, pause.id());
        story.command(Operation.RESUME);

        assertThat(store.requests.answer(story.id, pause.id()).status()).isEqualTo(Status.ACTIVE);
        assertThat(story.row().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_command_that_comes_after_the_end_is_refused() {
        Story last = Story.of(store, Scenarios.priceIncrease(1));
        RequestRow pause = last.submit(Operation.PAUSE, "{}");
        last.playTurn();

        assertThat(store.requests.answer(last.id, pause.id())).isEqualTo(new Answered(Status.COMPLETED, 1));
        assertThat(last.request(pause.id()).outcome().error()).isEqualTo("simulation_completed");
    }

    @Test
    void a_command_moves_the_time_of_the_last_change() {
        var before = story.row().updatedAt();

        story.command(Operation.PAUSE);

        assertThat(story.row().updatedAt()).isAfter(before);
    }

    @Test
    void a_failed_simulation_answers_everyone_who_waits_for_it_and_takes_nothing_more() {
        RequestRow waiting = story.next();

        store.requests.fail(story.id);

        assertThat(story.row().status()).isEqualTo(Status.FAILED);
        assertThat(story.request(waiting.id()).outcome().error()).isEqualTo("simulation_failed");
        assertThat(story.next().outcome().error()).isEqualTo("simulation_failed");
    }
}
