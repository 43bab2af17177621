package io.synthforce.workflows.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final Sample CONTROL = sample(10, 12, 11, 9, 8, 10);

    @Test
    void aClearGainIsBetterAndTheSameLossIsWorse() {
        assertThat(judge(2, true, shifted(CONTROL, 20)).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(judge(2, true, shifted(CONTROL, -20)).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(judge(2, false, shifted(CONTROL, -20)).verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void aDifferenceThatIsSmallerThanWhatMattersIsNone() {
        assertThat(judge(10, true, shifted(CONTROL, 0.5)).verdict()).isEqualTo(Verdict.NO_DIFFERENCE_THAT_MATTERS);
    }

    @Test
    void whatTheIntervalDoesNotSettleIsUndecidedAndSaysHowManyRunsWould() {
        Judgement judgement = judge(0, true, shifted(CONTROL, 1));

        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.needed()).isBetween(7, 100);
        assertThat(judge(1, true, shifted(CONTROL, 1)).needed())
                .as("on the edge no number would do")
                .isNull();
    }

    @Test
    void fewerThanSixRunsAreNeverJudged() {
        Judgement judgement = new Comparison(true, 0, false, Comparison.ALPHA)
                .judge(List.of(sample(90, 91, 92, 93, 94)), CONTROL)
                .getFirst();

        assertThat(judgement.verdict()).isEqualTo(Verdict.TOO_FEW_RUNS);
        assertThat(judgement.interval()).isNull();
    }

    @Test
    void withoutVarianceThereIsNoIntervalToGive() {
        Sample five = new Sample(Collections.nCopies(8, 5.0));

        assertThat(new Comparison(true, 0, false, Comparison.ALPHA)
                        .judge(List.of(five), five)
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void pairsThatAllDifferByTheSameAreJudgedByThatAndRunsThatVaryAreNotCalledIdentical() {
        Judgement gain = pairs(1, shifted(CONTROL, 5));

        assertThat(gain.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(gain.interval()).isNull();
        assertThat(gain.half()).as("nothing more is to be learnt").isZero();
        assertThat(pairs(1, shifted(CONTROL, -5)).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(pairs(10, shifted(CONTROL, 5)).verdict()).isEqualTo(Verdict.NO_DIFFERENCE_THAT_MATTERS);
        assertThat(pairs(1, CONTROL).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void sixPairsAlikeAreTooFewForOneOfManyOptions() {
        Arms six = new Arms(shifted(CONTROL, 5), CONTROL);

        List<Judgement> judgements = new Comparison(true, 1, true, Comparison.ALPHA).judge(Collections.nCopies(2, six));

        assertThat(judgements).extracting(Judgement::verdict).containsOnly(Verdict.UNDECIDED);
    }

    @Test
    void kindsOfRunsThatDoNotVaryAreJudgedByTheirOrder() {
        Sample five = new Sample(Collections.nCopies(6, 5.0));

        Judgement judgement = new Comparison(true, 1, false, Comparison.ALPHA)
                .judge(List.of(five), new Sample(Collections.nCopies(6, 2.0)))
                .getFirst();

        assertThat(judgement.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(judgement.constant()).isTrue();
    }

    @Test
    void theIntervalOfTwoSamplesIsWelchs() {
        Judgement judgement = judge(0, true, sample(14, 18, 12, 16, 15, 21));

        assertThat(judgement.difference()).isEqualTo(6);
        assertThat(judgement.interval().low()).isCloseTo(2.648, within(0.002));
        assertThat(judgement.interval().high()).isCloseTo(9.352, within(0.002));
    }

    @Test
    void pairsAreJudgedByTheirDifferencesAndTellTheirCorrelation() {
        Sample option = sample(11, 13.5, 12, 10.5, 9, 11);

        Judgement paired = new Comparison(true, 0, true, Comparison.ALPHA)
                .judge(List.of(option), CONTROL)
                .getFirst();

        assertThat(paired.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(paired.correlation()).isGreaterThan(0.9);
        assertThat(judge(0, true, option).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void skewedOutcomesAreComparedWithAsManyRunsOnEitherSide() {
        Sample skewed = sample(1, 1, 2, 1, 2, 40);
        Sample control = sample(2, 1, 1, 1, 2, 1, 900, 2, 1, 1, 2, 1);
        Comparison comparison = new Comparison(true, 0, false, Comparison.ALPHA);

        List<Judgement> judgements = comparison.judge(List.of(skewed, skewed), control);

        assertThat(judgements)
                .as("of two runs without change the one, from every part of the experiment")
                .isEqualTo(comparison.judge(List.of(skewed, skewed), sample(2, 1, 2, 900, 1, 2)))
                .isNotEqualTo(comparison.judge(List.of(skewed), control));
    }

    /** Dunnett's table of two-sided 5 % points for equal groups. */
    @ParameterizedTest
    @CsvSource({"2, 20, 2.38", "5, 20, 2.73", "5, 60, 2.58", "9, 30, 2.86", "3, 10, 2.76"})
    void simultaneousCriticalValuesAreDunnetts(int options, double df, double expected) {
        List<Contrast> contrasts = Collections.nCopies(options, new Contrast(0, 1, df, 0.5));

        assertThat(Simultaneous.critical(contrasts, 0.05)).isCloseTo(expected, within(0.03));
    }

    private static Judgement judge(double matters, boolean up, Sample option) {
        return new Comparison(up, matters, false, Comparison.ALPHA)
                .judge(List.of(option), CONTROL)
                .getFirst();
    }

    private static Judgement pairs(double matters, Sample option) {
        return new Comparison(true, matters, true, Comparison.ALPHA)
                .judge(List.of(option), CONTROL)
                .getFirst();
    }

    private static Sample shifted(Sample sample, double by) {
        return new Sample(sample.values().stream().map(value -> value + by).toList());
    }

    private static Sample sample(double... values) {
        return new Sample(DoubleStream.of(values).boxed().toList());
    }
}
