package io.synthforce.store.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.RequestRow;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TakeTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void an_open_request_becomes_the_next_turn() {
        RequestRow request =
                story.next("{\"user_input\":\"A rival is cheaper\",\"context_override\":{\"region\":\"EU\"}}");

        Taken taken = story.take(request);

        assertThat(taken.verdict()).isEqualTo(Verdict.DONE);
        TurnRow row = store.turns.find(story.id, 1).orElseThrow();
        assertThat(row.state()).isEqualTo(TurnRow.State.TAKEN);
        assertThat(row.inputs().userInput()).isEqualTo("A rival is cheaper");
        assertThat(row.inputs().contextOverride()).isEqualTo(Map.of("region", "EU"));
        assertThat(taken.turn())
                .isEqualTo(new Turn(
                        story.id,
                        1,
                        request.id(),
                        SimulationState.ENGINE,
                        CallClass.NEXT,
                        row.inputsHash(),
                        story.row().scenario().cast(),
                        List.of()));
        assertThat(story.request(request.id()).state()).isEqualTo(RequestRow.State.TAKEN);
        assertThat(story.request(request.id()).turn()).isEqualTo(1);
    }

    @Test
    void the_same_request_again_gets_the_same_turn() {
        RequestRow request = story.next();

        assertThat(story.take(request)).isEqualTo(story.take(request));
    }

    @Test
    void a_run_that_stands_elsewhere_is_told_that_it_is_behind() {
        RequestRow request = story.next();

        assertThat(store.turns.take(story.id, request.id(), 7)).isEqualTo(new Taken(Verdict.BEHIND, null));
        assertThat(store.turns.take(UUID.randomUUID(), request.id(), 1)).isEqualTo(new Taken(Verdict.GONE, null));
    }

    @Test
    void what_is_answered_refused_or_not_there_is_skipped() {
        RequestRow played = story.next();
        Turn turn = story.take(played).turn();
        story.project(turn, story.speak(turn));
        RequestRow stopped = story.next();
        RequestRow stop = story.submit(Operation.STOP, "{}");
        store.requests.answer(story.id, stop.id());
        Story other = Story.ofPriceIncrease(store);

        for (long request :
                List.of(played.id(), stopped.id(), stop.id(), other.next().id(), Long.MAX_VALUE)) {
            assertThat(store.turns.take(story.id, request, story.head())).isEqualTo(new Taken(Verdict.SKIPPED, null));
        }
    }

    @Test
    void a_request_that_was_open_when_the_simulation_was_paused_is_refused_when_its_turn_comes() {
        RequestRow pause = story.submit(Operation.PAUSE, "{}");
        RequestRow next = story.next();
        store.requests.answer(story.id, pause.id());

        assertThat(story.take(next).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(story.request(next.id()).outcome().error()).isEqualTo("simulation_paused");
        assertThat(store.turns.find(story.id, 1)).isEmpty();
    }

    @Test
    void twenty_requests_for_five_turns_leave_fifteen_refused() {
        List<RequestRow> requests = java.util.stream.IntStream.range(0, 20)
                .mapToObj(_ -> story.next())
                .toList();

        for (RequestRow request : requests) {
            Taken taken = story.take(request);
            if (taken.verdict() == Verdict.DONE) {
                story.project(taken.turn(), story.speak(taken.turn()));
            }
        }

        assertThat(requests.stream().map(r -> story.request(r.id())))
                .extracting(RequestRow::state)
                .containsOnly(RequestRow.State.DONE, RequestRow.State.REFUSED)
                .filteredOn(RequestRow.State.DONE::equals)
                .hasSize(5);
        assertThat(story.request(requests.getLast().id()).outcome().error()).isEqualTo("simulation_completed");
        assertThat(store.turns.played(story.id, 10, 0))
                .extracting(TurnRow::turn)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(store.turns.played(story.id, 2, 3)).extracting(TurnRow::turn).containsExactly(4, 5);
        assertThat(store.turns.countPlayed(story.id)).isEqualTo(5);
    }

    @Test
    void two_runs_that_take_one_request_at_once_get_the_same_turn() {
        for (int round = 0; round < 20; round++) {
            Story each = Story.ofPriceIncrease(store);
            RequestRow request = each.next();

            var taken = AtOnce.twice(() -> store.turns.take(each.id, request.id(), 1));

            assertThat(taken.get(0)).isEqualTo(taken.get(1));
            assertThat(taken.get(0).verdict()).isEqualTo(Verdict.DONE);
        }
    }

    @Test
    void two_requests_taken_at_once_share_the_turn_of_the_first() {
        for (int round = 0; round < 20; round++) {
            Story each = Story.ofPriceIncrease(store);
            RequestRow one = each.next();
            RequestRow other = each.next();

            var taken = AtOnce.both(
                    () -> store.turns.take(each.id, one.id(), 1), () -> store.turns.take(each.id, other.id(), 1));

            assertThat(taken.get(0)).isEqualTo(taken.get(1));
            long holder = taken.get(0).turn().request();
            long waiting = holder == one.id() ? other.id() : one.id();
            assertThat(each.request(holder).state()).isEqualTo(RequestRow.State.TAKEN);
            assertThat(each.request(waiting).state()).isEqualTo(RequestRow.State.OPEN);
        }
    }

    @Test
    void the_roles_in_focus_speak_alone_guests_among_them_in_speaking_order() {
        Turn turn = story.takeNext("{\"focus_agents\":[\"support\",\"sales\",\"engineering_lead\"]}");

        assertThat(turn.speakers()).extracting(Seat::id).containsExactly("engineering_lead", "sales", "support");
    }

    @Test
    void a_role_in_focus_brings_all_its_seats() {
        Story two = Story.of(store, Scenarios.twoInSales());

        Turn turn = two.takeNext("{\"focus_agents\":[\"sales\"]}");

        assertThat(turn.speakers()).extracting(Seat::id).containsExactly("sales", "sales-2");
    }

    @Test
    void an_empty_focus_means_the_whole_cast() {
        assertThat(story.takeNext("{\"focus_agents\":[]}").speakers())
                .isEqualTo(story.row().scenario().cast());
    }

    @Test
    void a_role_that_does_not_exist_refuses_the_request_instead_of_failing_the_simulation() {
        RequestRow request = story.next("{\"focus_agents\":[\"wizard\"]}");

        assertThat(story.take(request).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(story.request(request.id()).outcome().httpStatus()).isEqualTo(422);
    }

    @Test
    void an_abandoned_turn_is_left_with_its_replies_and_its_request_is_refused() {
        Turn turn = story.takeNext();
        RecordedCall kept = reply("ceo", "{\"text\":\"Raise\"}");
        story.store.calls.giveUp(Story.degraded(story.begin(story.position(1, "pm")), story.position(1, "pm")));

        story.abandon(turn);
        story.abandon(turn);

        assertThat(store.turns.find(story.id, 1)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(TurnRow.State.LEFT);
            assertThat(row.request()).isNull();
        });
        assertThat(store.calls.ofTurn(story.id, 1)).containsExactly(kept);
        assertThat(story.request(turn.request()).outcome().httpStatus()).isEqualTo(500);
        assertThat(story.request(turn.request()).outcome().error()).isEqualTo("turn_failed");
        assertThat(story.row().currentTurn()).isZero();
    }

    @Test
    void a_left_turn_is_taken_up_again_with_its_replies_when_the_same_is_asked() {
        story.abandon(story.takeNext());
        RecordedCall late = reply("ceo", "{\"text\":\"Raise\"}");

        Turn again = story.takeNext();

        assertThat(again.number()).isEqualTo(1);
        assertThat(store.calls.ofTurn(story.id, 1)).containsExactly(late);
        assertThat(story.request(again.request()).turn()).isEqualTo(1);
    }

    @Test
    void a_left_turn_is_taken_up_again_without_its_replies_when_something_else_is_asked() {
        Turn first = story.takeNext();
        reply("ceo", "{\"text\":\"Raise\"}");
        story.abandon(first);

        Turn again = story.takeNext("{\"user_input\":\"And now?\"}");

        assertThat(again.inputs()).isNotEqualTo(first.inputs());
        assertThat(store.calls.ofTurn(story.id, 1)).isEmpty();
        assertThat(store.calls.attempts(story.id, 1)).hasSize(1);
    }

    @Test
    void who_gave_up_after_the_turn_was_left_is_asked_again() {
        story.abandon(story.takeNext());
        story.store.calls.giveUp(Story.degraded(story.begin(story.position(1, "pm")), story.position(1, "pm")));

        story.takeNext();

        assertThat(store.calls.ofTurn(story.id, 1)).isEmpty();
    }

    @Test
    void a_turn_taken_up_again_keeps_the_engine_it_began_with() {
        Turn first = story.takeNext();
        story.abandon(first);
        store.jdbc
                .sql("update turns set engine = 0 where simulation = :id")
                .param("id", story.id)
                .update();

        assertThat(story.takeNext().engine()).isZero();
    }

    @Test
    void an_abandonment_that_comes_too_late_changes_nothing() {
        Turn left = story.takeNext();
        story.abandon(left);
        Turn again = story.takeNext();

        story.abandon(left);

        assertThat(store.turns.find(story.id, 1).orElseThrow().request()).isEqualTo(again.request());

        story.project(again, story.speak(again));
        story.abandon(again);

        assertThat(story.request(again.request()).state()).isEqualTo(RequestRow.State.DONE);
    }

    private RecordedCall reply(String seat, String json) {
        var key = story.position(1, seat);
        UUID attempt = story.begin(key);
        return store.calls
                .record(attempt, Story.answered(), Story.reply(attempt, key, json))
                .orElseThrow();
    }
}
