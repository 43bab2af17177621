package io.synthforce.store.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Injection;
import io.synthforce.workflows.change.RemoveEvent;
import io.synthforce.workflows.change.RemoveSeat;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Injected;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.Visibility;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedInputsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private static final Visibility TO_SALES = new Visibility(Visibility.Scope.PRIVATE, "sales");
    private static final Injection RUMOUR = new Injection(null, "A rumour spreads", TO_SALES);
    private static final Injection SHIFT = new Injection("demand_shift", null, Visibility.PUBLIC);
    private static final String ASKED = """
            {"user_input":"What about churn?","focus_agents":["sales","ceo"],"context_override":{"market":"weak"}}""";

    private final Story trunk = Story.of(store, Scenarios.priceIncrease(6));

    @BeforeEach
    void two_turns_of_which_the_second_was_asked_something() {
        trunk.playTurn();
        trunk.inject(RUMOUR);
        trunk.inject(SHIFT);
        Turn second = trunk.takeNext(ASKED);
        trunk.project(second, trunk.speak(second));
    }

    @Test
    void a_turn_of_the_branch_is_given_what_the_same_turn_was_asked() {
        Story branch = Branch.withRecordedInputs(trunk, 1);

        Turn turn = branch.take(branch.play(3)).turn();

        assertThat(turn.inputs()).isEqualTo(trunks(2).inputsHash());
        assertThat(turn.injected()).isEqualTo(List.of(new Injected("injected/1", TO_SALES), injected("demand_shift")));
        assertThat(branches(branch, 2).inputs()).isEqualTo(trunks(2).inputs());
        branch.project(turn, branch.speak(turn));
        assertThat(eventsHash(branch)).isEqualTo(eventsHash(trunk));
        assertThat(branch.row().recordedInputs()).isTrue();
    }

    @Test
    void turns_that_were_not_played_when_it_was_forked_are_given_nothing() {
        Story branch = Branch.withRecordedInputs(trunk, 1);
        Turn third = trunk.takeNext("{\"user_input\":\"And later?\"}");
        trunk.project(third, trunk.speak(third));

        branch.playTurn();
        branch.takeNext();

        assertThat(branches(branch, 2).inputs().userInput()).isEqualTo("What about churn?");
        assertThat(branches(branch, 3).inputs().userInput()).isNull();
    }

    @Test
    void without_them_a_branch_is_given_nothing() {
        Story branch = Story.from(store, Branch.of(trunk, 1));

        Turn turn = branch.takeNext();

        assertThat(branches(branch, 2).inputs().userInput()).isNull();
        assertThat(turn.injected()).isEmpty();
        assertThat(branch.row().recordedInputs()).isFalse();
    }

    @Test
    void a_request_that_asks_anything_of_its_own_is_played_with_that_and_its_events_come_after_the_recorded_ones() {
        Story branch = Branch.withRecordedInputs(trunk, 1);
        branch.inject(new Injection(null, "The office burns", Visibility.PUBLIC));
        branch.inject(SHIFT);

        branch.takeNext("{\"user_input\":\"Something else\"}");

        TurnInputs inputs = branches(branch, 2).inputs();
        assertThat(inputs.userInput()).isEqualTo("Something else");
        assertThat(inputs.contextOverride()).isEmpty();
        assertThat(inputs.focus()).isEmpty();
        assertThat(inputs.speakers()).hasSize(3);
        assertThat(inputs.injected())
                .extracting(InjectedInput::event)
                .containsExactly("injected/1", "demand_shift", "injected/2");
        assertThat(inputs.textOf("injected/2")).contains("The office burns");
    }

    @Test
    void a_turn_that_was_left_is_taken_up_with_the_same_inputs_and_keeps_its_calls() {
        Story branch = Branch.withRecordedInputs(trunk, 1);
        Turn turn = branch.takeNext();
        branch.speak(turn);
        branch.abandon(turn);

        Turn again = branch.takeNext();

        assertThat(again.inputs()).isEqualTo(turn.inputs());
        assertThat(store.calls.ofTurn(branch.id, 2)).hasSize(2);
    }

    @Test
    void who_left_the_cast_is_not_in_focus_and_an_event_that_left_the_world_does_not_happen() {
        Story branch = Branch.withRecordedInputs(trunk, 1, new RemoveSeat("sales"), new RemoveEvent("demand_shift"));

        Turn turn = branch.takeNext();

        assertThat(turn.speakers()).extracting(Seat::id).containsExactly("ceo");
        assertThat(turn.injected()).containsExactly(new Injected("injected/1", TO_SALES));
    }

    @Test
    void where_nobody_in_focus_is_left_the_cast_speaks() {
        Story branch = Branch.withRecordedInputs(trunk, 1, new RemoveSeat("sales"), new RemoveSeat("ceo"));

        Turn turn = branch.takeNext();

        assertThat(turn.speakers()).extracting(Seat::id).containsExactly("pm");
        assertThat(branches(branch, 2).inputs().userInput()).isEqualTo("What about churn?");
    }

    @Test
    void they_are_those_of_the_simulation_that_was_asked_also_before_its_own_fork() {
        Story other = Story.from(store, Branch.of(trunk, 2));
        Turn third = other.takeNext("{\"user_input\":\"Elsewhere\"}");
        other.project(third, other.speak(third));

        Story branch = Branch.withRecordedInputs(other, 1);
        other.delete();
        branch.playTurn();
        branch.takeNext();

        assertThat(branch.row().parent()).isEqualTo(trunk.id);
        assertThat(branches(branch, 2).inputs()).isEqualTo(trunks(2).inputs());
        assertThat(branches(branch, 3).inputs().userInput()).isEqualTo("Elsewhere");
    }

    @Test
    void a_branch_of_such_a_branch_is_given_what_that_is_still_to_be_given() {
        Story branch = Branch.withRecordedInputs(trunk, 0);
        branch.playTurn();

        Story twig = Branch.withRecordedInputs(branch, 1);
        twig.takeNext();

        assertThat(branches(twig, 2).inputs()).isEqualTo(trunks(2).inputs());
    }

    @Test
    void who_was_in_focus_is_known_of_turns_whose_inputs_do_not_tell_it() {
        store.jdbc
                .sql("update turns set inputs = inputs - 'focus' where simulation = :id")
                .param("id", trunk.id)
                .update();

        Story branch = Branch.withRecordedInputs(trunk, 1);
        branch.takeNext();

        assertThat(branches(branch, 2).inputs().focus()).containsExactly("sales", "ceo");
    }

    private static Injected injected(String event) {
        return new Injected(event, Visibility.PUBLIC);
    }

    private TurnRow trunks(int turn) {
        return branches(trunk, turn);
    }

    private static TurnRow branches(Story branch, int turn) {
        return store.turns.find(branch.id, turn).orElseThrow();
    }

    private static Map<String, Object> eventsHash(Story story) {
        return store.jdbc
                .sql("select events_hash, inputs_hash from turns where simulation = :id and turn = 2")
                .param("id", story.id)
                .query()
                .singleRow();
    }
}
