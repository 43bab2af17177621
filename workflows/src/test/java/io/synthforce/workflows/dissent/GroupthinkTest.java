package io.synthforce.workflows.dissent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthforce.workflows.dissent.Groupthink.Evidence;
import io.synthforce.workflows.dissent.Groupthink.Level;
import io.synthforce.workflows.dissent.Groupthink.Sign;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupthinkTest {

    private static final List<String> PRIORITY = List.of("ceo", "pm", "sales", "support");

    @Test
    void three_turns_of_one_mind_without_a_counter_argument_raise_the_alarm() {
        Groupthink.Finding finding = over(3, turn -> allFor(turn).undecided());

        assertThat(finding.level()).isEqualTo(Level.ALARM);
        assertThat(finding.longest()).isEqualTo(3);
        assertThat(finding.evidence())
                .hasSize(3)
                .allMatch(one -> one.sign() == Sign.UNANIMOUS_WITHOUT_COUNTER_ARGUMENT)
                .allMatch(one -> one.seats() == 4 && one.before() == 0);
    }

    @Test
    void two_are_watched_and_one_is_no_sign_of_anything() {
        assertThat(over(2, turn -> allFor(turn).undecided()).level()).isEqualTo(Level.WATCH);
        assertThat(over(1, turn -> allFor(turn).undecided()).level()).isEqualTo(Level.NONE);
    }

    @Test
    void unanimity_that_was_argued_against_is_agreement() {
        assertThat(over(3, turn -> allFor(turn).disagree("pm", "sales").undecided())
                        .evidence())
                .isEmpty();
    }

    @Test
    void a_room_that_falls_in_line_with_the_highest_seat_in_one_round_is_seen_twice_over() {
        Groupthink.Finding finding = over(
                3,
                turn -> Talks.in(turn)
                        .thinks("ceo", 2)
                        .thinks("pm", -1)
                        .thinks("sales", -2)
                        .thinks("support", 1)
                        .disagree("pm", "ceo")
                        .replies("pm", 2, true)
                        .replies("sales", 2, true)
                        .replies("support", 2, false)
                        .undecided());

        assertThat(finding.level()).isEqualTo(Level.ALARM);
        assertThat(finding.evidence()).extracting(Evidence::sign).containsOnly(Sign.ENTROPY_COLLAPSED, Sign.DEFERENCE);
        assertThat(finding.evidence().getFirst().before()).isCloseTo(1.0, within(1e-9));
        assertThat(finding.evidence().getFirst().after()).isZero();
        assertThat(finding.evidence().getFirst().gaveWay()).isEqualTo(2);
        assertThat(finding.evidence().getFirst().leader()).isEqualTo("ceo");
    }

    @Test
    void a_turn_of_dissent_between_ends_the_row() {
        List<PlayedTurn> turns = List.of(
                allFor(1).undecided(),
                allFor(2).undecided(),
                Talks.in(3).thinks("ceo", 1).thinks("pm", -1).thinks("sales", 2).undecided(),
                allFor(4).undecided());

        assertThat(Groupthink.in(turns, List.of("price"), PRIORITY).longest()).isEqualTo(2);
    }

    @Test
    void two_people_are_no_group() {
        assertThat(over(
                                3,
                                turn -> Talks.in(turn)
                                        .thinks("ceo", 1)
                                        .thinks("pm", 1)
                                        .undecided())
                        .level())
                .isEqualTo(Level.NONE);
    }

    @Test
    void entropy_is_none_for_one_mind_and_whole_for_an_even_spread() {
        assertThat(Entropy.of(List.of(1, 1, 1))).isZero();
        assertThat(Entropy.of(List.of(-2, -1, 0, 1, 2))).isCloseTo(1, within(1e-9));
        assertThat(Entropy.of(List.of(-2, -1, 0, 1, 2, 2, 1))).isCloseTo(1, within(1e-9));
        assertThat(Entropy.of(List.of(2, -2, 2, -2))).isCloseTo(0.5, within(1e-9));
        assertThat(Entropy.of(List.of(2))).isZero();
    }

    private static Talks allFor(int turn) {
        return Talks.in(turn)
                .thinks("ceo", 1)
                .thinks("pm", 1)
                .thinks("sales", 1)
                .thinks("support", 1);
    }

    private static Groupthink.Finding over(int turns, IntFunction<PlayedTurn> turn) {
        return Groupthink.in(IntStream.rangeClosed(1, turns).mapToObj(turn).toList(), List.of("price"), PRIORITY);
    }
}
