package io.synthforce.workflows.dissent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class DissentRegisterTest {

    private final DissentRegister register = new DissentRegister(List.of(Scenarios.PRICE), Scenarios.fullCast());

    @Test
    void who_stands_against_the_decision_to_the_end_dissents_and_it_stays_open() {
        List<Dissent> dissents = register.of(List.of(
                Talks.in(1).thinks("ceo", 2).thinks("support", -2).decided("yes", DecisionRule.CEO),
                Talks.in(2).thinks("ceo", 2).thinks("support", -1).decided("yes", DecisionRule.CEO)));

        assertThat(dissents)
                .extracting(Dissent::turn, Dissent::seat, Dissent::openSince, Dissent::overruledBy)
                .containsExactly(tuple(1, "support", 1, List.of("ceo")), tuple(2, "support", 1, List.of("ceo")));
    }

    @Test
    void who_gives_way_is_in_the_register_but_no_longer_open() {
        List<Dissent> dissents = register.of(List.of(Talks.in(1)
                .thinks("ceo", 2)
                .thinks("support", -2)
                .disagree("support", "ceo")
                .replies("support", 1, true)
                .decided("yes", DecisionRule.CEO)));

        assertThat(dissents).singleElement().satisfies(dissent -> {
            assertThat(dissent.before()).isEqualTo(-2);
            assertThat(dissent.after()).isEqualTo(1);
            assertThat(dissent.conceded()).isTrue();
            assertThat(dissent.isOpen()).isFalse();
        });
    }

    @Test
    void who_conceded_on_another_issue_did_not_concede_on_this_one() {
        List<Dissent> dissents = register.of(List.of(Talks.in(1)
                .thinks("ceo", 2)
                .thinks("support", -2)
                .disagreeOn("hiring", "support", "ceo")
                .replies("support", -1, true)
                .decided("yes", DecisionRule.CEO)));

        assertThat(dissents)
                .singleElement()
                .satisfies(dissent -> assertThat(dissent.conceded()).isFalse());
    }

    @Test
    void a_majority_is_named_by_its_seats() {
        List<Dissent> dissents = register.of(List.of(Talks.in(1)
                .thinks("ceo", 2)
                .thinks("pm", -1)
                .thinks("sales", -2)
                .decided("no", DecisionRule.MAJORITY)));

        assertThat(dissents).singleElement().satisfies(dissent -> {
            assertThat(dissent.seat()).isEqualTo("ceo");
            assertThat(dissent.overruledBy()).containsExactly("pm", "sales");
        });
    }

    @Test
    void a_dissent_that_was_given_up_and_taken_up_again_is_open_from_then_on() {
        List<Dissent> dissents = register.of(List.of(
                Talks.in(1).thinks("ceo", 1).thinks("pm", -1).decided("yes", DecisionRule.CEO),
                Talks.in(2).thinks("ceo", 1).thinks("pm", 1).decided("yes", DecisionRule.CEO),
                Talks.in(3).thinks("ceo", 1).thinks("pm", -1).decided("yes", DecisionRule.CEO)));

        assertThat(dissents).extracting(Dissent::turn, Dissent::openSince).containsExactly(tuple(1, 1), tuple(3, 3));
    }

    @Test
    void nobody_dissents_from_what_was_left_open_or_is_undecided_themselves() {
        assertThat(register.of(List.of(
                        Talks.in(1).thinks("ceo", 0).thinks("pm", -2).undecided(),
                        Talks.in(2).thinks("ceo", 1).thinks("pm", 0).decided("yes", DecisionRule.CEO))))
                .isEmpty();
    }
}
