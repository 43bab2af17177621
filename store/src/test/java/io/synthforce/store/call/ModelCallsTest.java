package io.synthforce.store.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ModelCallsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);
    private final CallKey ceo = story.position(1, "ceo");

    @Test
    void a_reply_is_recorded_with_its_attempt() {
        story.takeNext();
        UUID attempt = story.begin(ceo);
        assertThat(attempt(attempt).state()).isEqualTo(State.OPEN);

        RecordedCall recorded = story.record(attempt, ceo, Map.of("text", "Raise"));

        assertThat(store.calls.recorded(ceo)).contains(recorded);
        assertThat(recorded.given()).isTrue();
        assertThat(recorded.attempt()).isEqualTo(attempt);
        assertThat(recorded.recordedAt()).isNotNull();
        AttemptRow row = attempt(attempt);
        assertThat(row.state()).isEqualTo(State.RECORDED);
        assertThat(row.tokens()).isEqualTo(new AttemptResult.Tokens(900, 100, 200, 50));
        assertThat(row.reservedTokens()).isEqualTo(3000);
        assertThat(row.latencyMillis()).isEqualTo(420);
        assertThat(row.endedAt()).isNotNull();
        assertThat(store.jdbc
                        .sql("select owner || '|' || budget_scope || '|' || request || '|' || reply from attempts"
                                + " where id = :id")
                        .param("id", attempt)
                        .query(String.class)
                        .single())
                .isEqualTo("local|" + story.id + "|{\"messages\":[]}|{\"choices\":[]}");
    }

    @Test
    void the_first_reply_stands_and_the_second_completes_only_its_own_attempt() {
        story.takeNext();
        UUID first = story.begin(ceo);
        UUID second = story.begin(ceo);
        RecordedCall winner = story.record(second, ceo, Map.of("text", "Raise"));

        RecordedCall answered = story.record(first, ceo, Map.of("text", "Hold"));

        assertThat(answered).isEqualTo(winner);
        assertThat(attempt(second).state()).isEqualTo(State.RECORDED);
        assertThat(attempt(first).state()).isEqualTo(State.LOST);
        assertThat(attempt(first).tokens()).isNotNull();
    }

    @Test
    void two_replies_at_once_have_one_winner() {
        story.takeNext();
        for (int round = 1; round <= 20; round++) {
            CallKey key = new CallKey(story.id, 1, "ceo", Phase.REPLY, round);
            UUID one = story.begin(key);
            UUID other = story.begin(key);

            var answers = AtOnce.both(
                    () -> story.record(one, key, Map.of("text", "Raise")),
                    () -> story.record(other, key, Map.of("text", "Hold")));

            assertThat(answers.get(0)).isEqualTo(answers.get(1));
            assertThat(List.of(attempt(one).state(), attempt(other).state()))
                    .containsExactlyInAnyOrder(State.RECORDED, State.LOST);
        }
    }

    @Test
    void an_attempt_of_a_lost_process_is_unknown_once_the_call_is_made_again() {
        story.takeNext();
        UUID lost = story.begin(ceo);
        UUID elsewhere = story.begin(story.position(1, "pm"));

        UUID again = story.begin(ceo);

        assertThat(attempt(lost).state()).isEqualTo(State.UNKNOWN);
        assertThat(attempt(lost).endedAt()).isNotNull();
        assertThat(attempt(again).state()).isEqualTo(State.OPEN);
        assertThat(attempt(elsewhere).state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_lost_process_that_comes_back_may_still_win_or_tell_how_it_ended() {
        story.takeNext();
        UUID lost = story.begin(ceo);
        story.begin(ceo);
        UUID broken = story.begin(story.position(1, "pm"));
        story.begin(story.position(1, "pm"));

        RecordedCall recorded = story.record(lost, ceo, Map.of("text", "Raise"));
        store.calls.end(broken, Story.ended(State.BROKEN, null, null));

        assertThat(recorded.attempt()).isEqualTo(lost);
        assertThat(attempt(lost).state()).isEqualTo(State.RECORDED);
        assertThat(attempt(broken).state()).isEqualTo(State.BROKEN);
    }

    @Test
    void what_is_recorded_or_lost_never_changes_again() {
        story.takeNext();
        UUID first = story.begin(ceo);
        UUID second = story.begin(ceo);
        story.record(first, ceo, Map.of("text", "Raise"));
        story.record(second, ceo, Map.of("text", "Hold"));

        store.calls.end(first, Story.ended(State.BROKEN, null, null));
        store.calls.end(second, Story.ended(State.BROKEN, null, null));

        assertThat(attempt(first).state()).isEqualTo(State.RECORDED);
        assertThat(attempt(second).state()).isEqualTo(State.LOST);
    }

    @Test
    void giving_up_stands_unless_a_reply_is_there() {
        story.takeNext();
        CallKey pm = story.position(1, "pm");
        RecordedCall reply = story.record(story.begin(ceo), ceo, Map.of("text", "Raise"));

        RecordedCall degraded =
                store.calls.giveUp(Story.degraded(story.begin(pm), pm)).orElseThrow();

        assertThat(degraded.given()).isFalse();
        assertThat(degraded.reason()).isEqualTo("the provider refused it");
        assertThat(store.calls.giveUp(Story.degraded(story.begin(ceo), ceo))).contains(reply);
        assertThat(story.record(story.begin(pm), pm, Map.of("text", "Hold"))).isEqualTo(degraded);
        assertThat(store.calls.ofTurn(story.id, 1)).containsExactlyInAnyOrder(reply, degraded);
    }

    @Test
    void a_reply_from_before_the_turn_was_taken_up_again_comes_too_late() {
        var first = story.takeNext();
        UUID old = story.begin(ceo);
        story.abandon(first);
        story.takeNext("{\"user_input\":\"Something else\"}");

        assertThat(store.calls.record(old, Story.answered(), Story.reply(old, ceo, "{}")))
                .isEmpty();
        assertThat(store.calls.giveUp(Story.degraded(old, ceo))).isEmpty();

        assertThat(attempt(old).state()).isEqualTo(State.LOST);
        RecordedCall now = story.record(story.begin(ceo), ceo, Map.of("text", "Raise"));
        assertThat(store.calls.record(old, Story.answered(), Story.reply(old, ceo, "{}")))
                .contains(now);
    }

    @Test
    void faults_are_counted_and_limits_are_not() {
        story.takeNext();
        end(State.REFUSED, 400);
        end(State.REFUSED, null);
        end(State.REFUSED, 429);
        end(State.REFUSED, 498);
        end(State.UNUSABLE, 200);
        end(State.BROKEN, null);
        story.begin(ceo);
        story.begin(ceo);

        assertThat(store.calls.faults(ceo)).isEqualTo(5);
        assertThat(store.calls.faults(story.position(1, "pm"))).isZero();
    }

    @Test
    void a_turn_taken_up_again_starts_with_no_faults() {
        var turn = story.takeNext();
        end(State.BROKEN, null);
        story.abandon(turn);
        assertThat(store.calls.faults(ceo)).isEqualTo(1);

        story.takeNext();

        assertThat(store.calls.faults(ceo)).isZero();
        assertThat(store.calls.attempts(story.id, 1)).hasSize(1);
    }

    @Test
    void texts_survive_characters_that_postgresql_cannot_keep() {
        story.takeNext();
        UUID attempt = story.begin(ceo);
        String json = "{\"text\":\"nul \u0000 half \uD83D\"}";

        RecordedCall recorded = store.calls
                .record(
                        attempt,
                        new AttemptResult(
                                State.RECORDED,
                                200,
                                null,
                                null,
                                "\u0000",
                                null,
                                json,
                                "gpt\u0000",
                                false,
                                null,
                                null,
                                null,
                                null,
                                1),
                        new RecordedCall(
                                ceo,
                                "ceo",
                                "in",
                                json,
                                ContentHash.ofText(json),
                                null,
                                null,
                                attempt,
                                null,
                                false,
                                null))
                .orElseThrow();

        assertThat(recorded.reply()).isEqualTo("{\"text\":\"nul \uFFFD half \uFFFD\"}");
        assertThat(attempt(attempt).state()).isEqualTo(State.RECORDED);
    }

    private void end(State state, Integer httpStatus) {
        store.calls.end(story.begin(ceo), Story.ended(state, httpStatus, null));
    }

    private AttemptRow attempt(UUID id) {
        return store.calls.attempts(story.id, 1).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
