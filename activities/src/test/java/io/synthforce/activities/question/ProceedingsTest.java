package io.synthforce.activities.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.question.Proceedings.Part;
import io.synthforce.workflows.budget.Prompts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProceedingsTest {

    private static final Proceedings SHORT = new Proceedings(List.of(
            new Part("t1.ceo.position", "turn 1, Chief", "We raise prices.\n\nAll  of them, at once."),
            new Part("t1.minutes", "turn 1, coordinator", "Nobody disagreed.")));

    @Test
    void aQuoteStandsWhereItIsSaidToLetterByLetterWhateverTheSpace() {
        assertThat(SHORT.holds("t1.ceo.position", "prices. All of\nthem")).isTrue();
        assertThat(SHORT.holds("t1.ceo.position", "Prices. All of them")).isFalse();
        assertThat(SHORT.holds("t1.ceo.position", "raise all prices")).isFalse();
        assertThat(SHORT.holds("t1.minutes", "We raise prices")).isFalse();
        assertThat(SHORT.holds("t9.minutes", "Nobody disagreed")).isFalse();
    }

    @Test
    void aShortRunIsShownAsItIs() {
        assertThat(SHORT.shown()).isEqualTo(SHORT);
        assertThat(SHORT.leftOut()).isZero();
    }

    @Test
    void ofALongRunTheLongestPartsAreCutAndItIsKnownByHowMuch() {
        Proceedings run = run(40, 3_000);
        Proceedings shown = run.shown();

        assertThat(shown.text().length()).isLessThanOrEqualTo(Prompts.RUN);
        assertThat(shown.sources()).isEqualTo(run.sources());
        assertThat(shown.parts().getLast().text()).contains("…shortened…");
        assertThat(run.leftOut()).isEqualTo(run.text().length() - shown.text().length());
    }

    @Test
    void ofARunThatIsLongerStillTheEndIsShown() {
        Proceedings run = run(2_000, 300);

        assertThat(run.shown().text().length()).isBetween(Prompts.RUN / 2, Prompts.RUN);
        assertThat(run.shown().sources().getLast()).isEqualTo(run.sources().getLast());
        assertThat(run.leftOut()).isPositive();
    }

    private static Proceedings run(int parts, int length) {
        return new Proceedings(IntStream.range(0, parts)
                .mapToObj(i -> new Part("t" + i + ".ceo.position", "Chief", "word ".repeat(length / 5)))
                .toList());
    }
}
