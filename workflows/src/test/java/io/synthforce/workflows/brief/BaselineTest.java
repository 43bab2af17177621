package io.synthforce.workflows.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.brief.DirectAnswer.Guess;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Expectation.Course;
import io.synthforce.workflows.experiment.Measure;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.OutcomeFinding;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.Score;
import io.synthforce.workflows.experiment.Share;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    @ParameterizedTest
    @CsvSource({
        "BETTER, 28, UP, 2",
        "WORSE, -28, UP, 1",
        "BETTER, -28, DOWN, 1",
        "NO_DIFFERENCE_THAT_MATTERS, 1, UP, 0",
        "IDENTICAL, 0, UP, 0",
        "UNDECIDED, 5, UP, ",
        "TOO_FEW_RUNS, 5, UP, ",
        "NOT_COMPARABLE, 5, UP, "
    })
    void whatIsSaidDirectlyAgreesWithAVerdictOrNotOrThereIsNone(
            Verdict verdict, double difference, Direction better, @Nullable Integer agree) {
        Baseline baseline = asked(guess(Course.UP, 20), guess(Course.UP, 40), guess(Course.DOWN, 15));

        assertThat(option(baseline, verdict, difference, better).agree()).isEqualTo(agree);
    }

    @Test
    void itTellsWhatWasAnsweredAndHowOften() {
        Baseline baseline = asked(guess(Course.UP, 20), guess(Course.UP, 40), guess(Course.DOWN, 15));

        assertThat(option(baseline, Verdict.BETTER, 28, Direction.UP).told())
                .isEqualTo("grant: asked directly, n = 3: more in 2, less in 1, no difference in 0, by -15 to +40 k$;"
                        + " as the runs say (better) in 2 of 3 answers (21–94 %).");
        assertThat(baseline.recommended(plan(Direction.UP)))
                .isEqualTo("Recommended: grant in 3 of 3 answers (44–100 %).");
    }

    @Test
    void aDifferenceTooSmallToMatterIsNone() {
        Baseline baseline = asked(guess(Course.UP, 9), guess(Course.SAME, 0), guess(Course.UP, 10));

        assertThat(option(baseline, Verdict.NO_DIFFERENCE_THAT_MATTERS, 1, Direction.UP)
                        .agree())
                .isEqualTo(2);
    }

    @Test
    void withoutAUsableAnswerNothingIsClaimed() {
        Baseline baseline = new Baseline(3, List.of(), 2_048, null, false);

        assertThat(option(baseline, Verdict.BETTER, 28, Direction.UP).told())
                .isEqualTo("grant: asked directly, n = 3, and no answer could be used.");
        assertThat(baseline.recommended(plan(Direction.UP))).isEqualTo("Nothing was recommended.");
    }

    private static Baseline.OfOption option(Baseline baseline, Verdict verdict, double difference, Direction better) {
        Target target = plan(better).target();
        OptionFinding finding = new OptionFinding(
                "grant",
                6,
                6,
                0,
                0,
                new OutcomeFinding(
                        target,
                        new Measure("indicator", "cash", "Cash", "k$", "k$"),
                        List.of(100 + difference),
                        List.of(100.0),
                        null,
                        false),
                List.of(),
                new Score(6, 0, 0),
                new Share(new Proportion(0, 6), new Proportion(0, 6), null, null, null),
                null,
                new Judgement(difference, null, verdict, 6, false, null, null),
                null,
                null,
                null,
                null,
                "");
        return baseline.options(plan(better), List.of(finding)).getFirst();
    }

    private static Plan plan(Direction better) {
        return new Plan(
                4,
                5,
                List.of(new Option("grant", List.of())),
                6,
                new Target.OfIndicator("cash", better, BigDecimal.TEN),
                Design.PLAIN);
    }

    private static Baseline asked(Guess... guesses) {
        List<DirectAnswer> answers = List.of(guesses).stream()
                .map(guess -> new DirectAnswer(List.of(guess), 1))
                .toList();
        return new Baseline(guesses.length, answers, 2_048, "a model", false);
    }

    private static Guess guess(Course course, double size) {
        return new Guess(course, size);
    }
}
