package io.synthforce.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.turn.Injected;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.Visibility;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InjectionsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private static final Visibility TO_SALES = new Visibility(Visibility.Scope.PRIVATE, "sales");
    private static final Injection RUMOUR = new Injection(null, "A rumour spreads", TO_SALES);
    private static final Injection FIRE = new Injection(null, "The office burns", Visibility.PUBLIC);
    private static final Injection SHIFT = new Injection("demand_shift", null, Visibility.PUBLIC);

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void events_wait_for_the_next_turn_and_occur_in_it_in_the_order_they_were_injected() {
        assertThat(story.inject(RUMOUR).turn()).isEqualTo(1);
        assertThat(story.inject(SHIFT).turn()).isEqualTo(1);
        assertThat(story.inject(FIRE).turn()).isEqualTo(1);

        Turn turn = story.takeNext();

        assertThat(turn.injected())
                .containsExactly(
                        new Injected("injected/1", TO_SALES),
                        new Injected("demand_shift", Visibility.PUBLIC),
                        new Injected("injected/2", Visibility.PUBLIC));
        TurnRow row = store.turns.find(story.id, 1).orElseThrow();
        assertThat(row.inputs().textOf("injected/1")).contains("A rumour spreads");
        assertThat(row.inputs().textOf("injected/2")).contains("The office burns");
        assertThat(row.inputs().textOf("demand_shift")).isEmpty();
    }

    @Test
    void nobody_is_to_be_rung_for_an_event() {
        story.inject(RUMOUR);

        assertThat(store.requests.unanswered(story.id)).isEmpty();
    }

    @Test
    void an_event_injected_while_a_turn_is_under_way_belongs_to_the_one_after_it() {
        Turn first = story.takeNext();

        assertThat(story.inject(FIRE).turn()).isEqualTo(2);

        assertThat(store.turns.underWay(story.id).orElseThrow().inputs().injected())
                .isEmpty();
        story.project(first, story.speak(first));
        assertThat(story.takeNext().injected()).hasSize(1);
    }

    @Test
    void a_turn_that_is_left_keeps_its_events_and_takes_more() {
        story.inject(RUMOUR);
        Turn left = story.takeNext();
        story.abandon(left);

        assertThat(story.takeNext().inputs()).isEqualTo(left.inputs());
        story.abandon(
                store.turns.take(story.id, requestUnderWay(), story.head()).turn());
        assertThat(story.inject(FIRE).turn()).isEqualTo(1);
        Turn again = story.takeNext();

        assertThat(again.injected()).hasSize(2);
        assertThat(again.inputs()).isNotEqualTo(left.inputs());
    }

    @Test
    void the_same_key_again_is_the_same_event() {
        String key = UUID.randomUUID().toString();
        var first = (Submitted.Stored) store.injections.submit(story.id, key, FIRE);
        story.playTurn();

        assertThat(store.injections.submit(story.id, key, FIRE))
                .isEqualTo(new Submitted.Stored(first.request(), false));
        assertThat(store.injections.submit(story.id, key, RUMOUR)).isEqualTo(new Submitted.KeyConflict());
        assertThat(store.injections.submit(UUID.randomUUID(), key, FIRE)).isEqualTo(new Submitted.UnknownSimulation());
    }

    @Test
    void a_paused_simulation_takes_events() {
        story.command(Operation.PAUSE);

        assertThat(story.inject(FIRE).outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void a_simulation_whose_last_turn_has_begun_or_is_played_takes_none() {
        Story last = Story.of(store, Scenarios.priceIncrease(1));
        Turn turn = last.takeNext();

        assertThat(last.inject(FIRE).outcome().error()).isEqualTo("simulation_completed");
        last.project(turn, last.speak(turn));
        assertThat(last.inject(FIRE).outcome().error()).isEqualTo("simulation_completed");
    }

    @Test
    void an_event_of_the_catalogue_is_injected_into_a_turn_once() {
        story.inject(SHIFT);

        assertThat(story.inject(SHIFT).outcome().error()).isEqualTo("event_already_injected");
    }

    @Test
    void a_turn_takes_ten_events_and_no_more() {
        for (int i = 0; i < Injections.MOST; i++) {
            assertThat(story.inject(FIRE).outcome()).isEqualTo(Outcome.OK);
        }

        assertThat(story.inject(FIRE).outcome().error()).isEqualTo("too_many_events");
        assertThat(story.takeNext().injected()).hasSize(Injections.MOST);
    }

    private long requestUnderWay() {
        return store.turns.underWay(story.id).orElseThrow().request();
    }
}
