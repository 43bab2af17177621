package io.synthforce.store.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Turn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);
    private final CallKey ceo = story.position(1, "ceo");
    private final CallKey pm = story.position(1, "pm");
    private final Instant soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(30);
    private final Instant later = soon.plusSeconds(30);

    @Test
    void who_is_thinking_since_when_are_the_open_attempts_of_the_turn() {
        story.takeNext();
        UUID thinking = story.begin(ceo);
        end(pm, State.BROKEN, null, null);

        assertThat(store.calls.open(story.id)).singleElement().satisfies(attempt -> {
            assertThat(attempt.id()).isEqualTo(thinking);
            assertThat(attempt.key()).isEqualTo(ceo);
            assertThat(attempt.startedAt()).isNotNull();
        });
    }

    @Test
    void nobody_thinks_for_a_turn_that_was_left() {
        Turn turn = story.takeNext();
        story.begin(ceo);
        story.abandon(turn);

        assertThat(store.calls.open(story.id)).isEmpty();

        story.takeNext();

        assertThat(store.calls.open(story.id)).isEmpty();
    }

    @Test
    void a_turn_waits_while_the_provider_limits_it() {
        story.takeNext();
        end(ceo, State.REFUSED, 429, soon);

        assertThat(store.calls.waiting(story.id)).contains(new Waiting("rate_limited", soon));
        assertThat(store.calls.turnWaits(story.id, 1)).isTrue();
    }

    @Test
    void a_turn_waits_until_the_last_of_its_calls_is_made_again() {
        story.takeNext();
        end(ceo, State.REFUSED, 498, soon);
        end(pm, State.BROKEN, null, later);

        assertThat(store.calls.waiting(story.id)).contains(new Waiting("retrying", later));
    }

    @Test
    void a_turn_with_a_call_under_way_does_not_only_wait() {
        story.takeNext();
        end(ceo, State.REFUSED, 429, soon);
        story.begin(pm);

        assertThat(store.calls.turnWaits(story.id, 1)).isFalse();
        assertThat(store.calls.waiting(story.id)).isPresent();
    }

    @Test
    void nothing_waits_for_a_call_that_was_made_again_recorded_or_is_due() {
        story.takeNext();
        end(ceo, State.REFUSED, 429, soon);
        story.record(story.begin(ceo), ceo, Map.of("text", "Raise"));
        end(pm, State.REFUSED, 429, later);
        end(pm, State.REFUSED, 400, null);
        end(story.position(1, "sales"), State.REFUSED, 429, Instant.now().minusSeconds(1));

        assertThat(store.calls.waiting(story.id)).isEmpty();
        assertThat(store.calls.turnWaits(story.id, 1)).isFalse();
    }

    @Test
    void a_turn_that_is_not_being_played_does_not_wait() {
        Turn turn = story.takeNext();
        end(ceo, State.REFUSED, 429, soon);
        story.abandon(turn);

        assertThat(store.calls.waiting(story.id)).isEmpty();
        assertThat(store.calls.turnWaits(story.id, 1)).isFalse();
    }

    private void end(CallKey key, State state, Integer httpStatus, Instant retryAt) {
        store.calls.end(story.begin(key), Story.ended(state, httpStatus, retryAt));
    }
}
