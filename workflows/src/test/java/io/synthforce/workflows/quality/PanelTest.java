package io.synthforce.workflows.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.quality.Panel.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {

    @Test
    void a_healthy_cast_is_sound_by_every_measure() {
        Panel panel = Panel.of(Casts.healthy());

        assertThat(panel.label()).isEqualTo(Label.SOUND);
        assertThat(panel.measures()).allSatisfy(measure -> {
            assertThat(measure.rating()).isIn(Rating.SOUND, Rating.UNKNOWN);
            assertThat(measure.advice()).isEmpty();
        });
        assertThat(panel.measures())
                .extracting(Measure::name)
                .containsExactly(
                        "participation",
                        "stance_entropy",
                        "convergence_turn",
                        "groupthink",
                        "repetition",
                        "echo",
                        "role_separability",
                        "role_match",
                        "ungrounded_share",
                        "unlisted_actions",
                        "no_answer_share",
                        "repair_share");
    }

    @Test
    void a_cast_of_one_mind_is_poor() {
        Panel panel = Panel.of(Casts.allAgree());

        assertThat(panel.label()).isEqualTo(Label.POOR);
        assertThat(rating(panel, "stance_entropy")).isEqualTo(Rating.POOR);
        assertThat(rating(panel, "groupthink")).isEqualTo(Rating.POOR);
        assertThat(rating(panel, "convergence_turn")).isEqualTo(Rating.WATCH);
        assertThat(measure(panel, "convergence_turn").value()).isEqualTo(1.0);
    }

    @Test
    void a_silent_seat_is_named() {
        Panel panel = Panel.of(Casts.oneSilent());

        assertThat(panel.label()).isNotEqualTo(Label.SOUND);
        assertThat(rating(panel, "participation")).isIn(Rating.WATCH, Rating.POOR);
        assertThat(measure(panel, "participation").detail()).contains("support");
        assertThat(measure(panel, "participation").advice()).isNotEmpty();
        assertThat(rating(panel, "no_answer_share")).isEqualTo(Rating.POOR);
    }

    @Test
    void parrots_of_themselves_are_found_by_repetition() {
        Panel panel = Panel.of(Casts.repeatingThemselves());

        assertThat(panel.label()).isEqualTo(Label.POOR);
        assertThat(measure(panel, "repetition").value()).isEqualTo(1.0);
        assertThat(rating(panel, "echo")).isEqualTo(Rating.SOUND);
    }

    @Test
    void parrots_of_each_other_are_found_by_echo_and_cannot_be_told_apart() {
        Panel panel = Panel.of(Casts.repeatingEachOther());

        assertThat(panel.label()).isEqualTo(Label.POOR);
        assertThat(rating(panel, "echo")).isEqualTo(Rating.POOR);
        assertThat(rating(panel, "role_separability")).isEqualTo(Rating.POOR);
        assertThat(rating(panel, "repetition")).isEqualTo(Rating.SOUND);
    }

    @Test
    void a_small_cast_is_not_condemned_for_a_few_utterances_that_sound_alike() {
        Run run = Casts.ofThree();

        Measure separability = measure(Panel.of(run), "role_separability");

        assertThat(run.utterances()).hasSize(9);
        assertThat(separability.value()).as("on its face it is poor").isLessThan(0.2);
        assertThat(separability.rating()).isEqualTo(Rating.SOUND);
    }

    @Test
    void swapped_roles_are_found_by_what_they_are_and_named() {
        Panel panel = Panel.of(Casts.swapped());

        assertThat(panel.label()).isEqualTo(Label.POOR);
        assertThat(rating(panel, "role_match")).isEqualTo(Rating.POOR);
        assertThat(measure(panel, "role_match").detail()).contains("sales and support");
        assertThat(rating(panel, "role_separability")).isEqualTo(Rating.SOUND);
    }

    @Test
    void numbers_that_rest_on_nothing_are_counted_against_a_run() {
        assertThat(rating(Panel.of(Casts.inventing()), "ungrounded_share")).isEqualTo(Rating.POOR);
    }

    @Test
    void too_few_turns_are_said_to_be_too_few() {
        assertThat(Panel.of(Casts.healthy(2)).label()).isEqualTo(Label.TOO_FEW_TURNS);
        assertThat(Panel.of(Casts.healthy(1)).label()).isEqualTo(Label.TOO_FEW_TURNS);
        assertThat(Panel.of(Casts.healthy(0)).measures())
                .allMatch(measure -> measure.rating() == Rating.UNKNOWN || measure.n() == 0);
    }

    @Test
    void quoting_what_everybody_was_given_is_no_repetition() {
        Utterance first =
                new Utterance(1, "ceo", "ceo", "You ask: what about our smallest customers today? Wait.", 0, 0);
        Utterance second =
                new Utterance(2, "ceo", "ceo", "So: what about our smallest customers today? Start now.", 0, 0);

        assertThat(new Resemblance(List.of("What about our smallest customers today?")).of(first, second))
                .isZero();
        assertThat(new Resemblance(List.of()).of(first, second)).isPositive();
    }

    private static Measure measure(Panel panel, String name) {
        return panel.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Rating rating(Panel panel, String name) {
        return measure(panel, name).rating();
    }
}
