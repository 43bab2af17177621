package io.synthforce.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationActivities.Abandonment;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Turn;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PlaysTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void a_play_takes_turn_after_turn_and_is_done_with_its_last() {
        RequestRow play = story.play(2);

        Turn first = playTurn(play);
        assertThat(story.request(play.id()).state()).isEqualTo(State.TAKEN);
        Turn second = playTurn(play);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.callClass()).isEqualTo(CallClass.PLAY);
        assertThat(second.number()).isEqualTo(2);
        assertThat(story.request(play.id()).outcome()).isEqualTo(Outcome.OK);
        assertThat(story.take(play).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(store.requests.unanswered(story.id)).isEmpty();
    }

    @Test
    void the_turn_of_a_play_that_is_under_way_is_given_again() {
        RequestRow play = story.play(3);

        assertThat(story.take(play)).isEqualTo(story.take(play));
    }

    @Test
    void who_asks_for_the_next_turn_gets_it_before_a_play_goes_on() {
        RequestRow play = story.play(3);
        playTurn(play);
        RequestRow next = story.next("{\"user_input\":\"And now?\"}");

        Turn given = playTurn(play);

        assertThat(given.request()).isEqualTo(next.id());
        assertThat(given.callClass()).isEqualTo(CallClass.NEXT);
        assertThat(story.request(next.id()).turn()).isEqualTo(2);
        assertThat(playTurn(play).request()).isEqualTo(play.id());
        assertThat(story.request(play.id()).outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void a_play_whose_turns_others_have_played_is_done() {
        RequestRow play = story.play(1);
        RequestRow next = story.next();
        Turn turn = story.take(next).turn();
        story.project(turn, story.speak(turn));

        assertThat(story.take(play).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(story.request(play.id()).outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void a_pause_lets_a_play_wait_and_does_not_refuse_it() {
        RequestRow play = story.play(3);
        playTurn(play);
        story.command(Operation.PAUSE);

        assertThat(story.take(play)).isEqualTo(new Taken(Verdict.PAUSED, null));
        assertThat(latest().goesOn()).isTrue();

        story.command(Operation.RESUME);
        assertThat(playTurn(play).number()).isEqualTo(2);
    }

    @Test
    void a_paused_simulation_does_not_begin_to_play() {
        story.command(Operation.PAUSE);

        assertThat(story.play(2).outcome().error()).isEqualTo("simulation_paused");
        assertThat(store.plays.latest(story.id)).isEmpty();
    }

    @Test
    void a_second_play_beside_the_first_is_refused() {
        story.play(2);

        assertThat(story.play(3).outcome().error()).isEqualTo("already_playing");
    }

    @Test
    void a_stop_between_two_turns_ends_a_play_at_once() {
        RequestRow play = story.play(4);
        playTurn(play);

        story.command(Operation.STOP);

        assertThat(story.request(play.id()).outcome()).isEqualTo(Outcome.OK);
        assertThat(latest().stopped()).isTrue();
        assertThat(latest().until()).isEqualTo(1);
        assertThat(story.take(play).verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void a_stop_in_a_turn_ends_a_play_after_it() {
        RequestRow play = story.play(4);
        Turn turn = story.take(play).turn();

        story.command(Operation.STOP);

        assertThat(latest().goesOn()).isTrue();
        story.project(turn, story.speak(turn));
        assertThat(story.request(play.id()).outcome()).isEqualTo(Outcome.OK);
        assertThat(latest().until()).isEqualTo(1);
        assertThat(latest().stopped()).isTrue();
        assertThat(story.row().currentTurn()).isEqualTo(1);
    }

    @Test
    void a_turn_that_is_stopped_while_it_waits_ends_its_play_which_keeps_what_it_played() {
        RequestRow play = story.play(4);
        playTurn(play);
        Turn waiting = story.take(play).turn();
        story.command(Operation.STOP);

        store.turns.abandon(new Abandonment(story.id, 2, waiting.request(), 409, Abandonment.STOPPED, "Stopped"));

        assertThat(story.request(play.id()).outcome()).isEqualTo(Outcome.OK);
        assertThat(latest().until()).isEqualTo(1);
        assertThat(story.takeNext().number()).isEqualTo(2);
    }

    @Test
    void a_turn_that_fails_ends_its_play_with_the_reason() {
        RequestRow play = story.play(4);
        playTurn(play);
        story.abandon(story.take(play).turn());

        assertThat(latest().outcome().httpStatus()).isEqualTo(500);
        assertThat(latest().outcome().error()).isEqualTo("turn_failed");
        assertThat(story.row().currentTurn()).isEqualTo(1);
    }

    @Test
    void a_play_to_the_last_turn_completes_the_simulation() {
        Story two = Story.of(store, Scenarios.priceIncrease(2));
        RequestRow play = two.play(2);
        for (int turn = 1; turn <= 2; turn++) {
            Turn taken = two.take(play).turn();
            two.project(taken, two.speak(taken));
        }

        assertThat(two.request(play.id()).outcome()).isEqualTo(Outcome.OK);
        assertThat(two.play(2).outcome().error()).isEqualTo("simulation_completed");
    }

    private Turn playTurn(RequestRow play) {
        Turn turn = story.take(play).turn();
        story.project(turn, story.speak(turn));
        return turn;
    }

    private Play latest() {
        return store.plays.latest(story.id).orElseThrow();
    }
}
