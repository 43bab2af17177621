package io.synthforce.workflows.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {

    private static final int DRAWS = 1_000;
    private static final double COVERAGE = 0.94;
    private static final Reliability GOOD = new Reliability(new Proportion(18, 20), new Proportion(16, 20));

    /** (0.5 + 0.8 − 1) / (0.9 + 0.8 − 1) */
    @Test
    void aShareTheJudgeCountedIsCorrectedByHowOftenTheJudgeIsRight() {
        assertThat(GOOD.share(new Proportion(10, 20))).isCloseTo(3 / 7.0, within(1e-9));
        assertThat(GOOD.difference(new Proportion(15, 20), new Proportion(8, 20)))
                .isCloseTo(0.35 / 0.7, within(1e-9));
    }

    @Test
    void aJudgeWhoIsAlwaysRightChangesNoShare() {
        Reliability perfect = new Reliability(new Proportion(500, 500), new Proportion(500, 500));

        assertThat(perfect.share(new Proportion(7, 20))).isCloseTo(0.35, within(1e-9));
        assertThat(perfect.difference(new Proportion(15, 20), new Proportion(8, 20), 0.05)
                        .half())
                .isCloseTo(new Proportion(15, 20).minus(new Proportion(8, 20)).half(), within(0.01));
    }

    @Test
    void theErrorOfFewLabelsMakesTheIntervalWider() {
        Reliability few = new Reliability(new Proportion(9, 10), new Proportion(8, 10));
        Reliability many = new Reliability(new Proportion(900, 1_000), new Proportion(800, 1_000));
        Proportion changed = new Proportion(15, 20);
        Proportion unchanged = new Proportion(8, 20);

        assertThat(few.difference(changed, unchanged, 0.05).half())
                .isGreaterThan(many.difference(changed, unchanged, 0.05).half());
        assertThat(few.interval(changed).half())
                .isGreaterThan(many.interval(changed).half());
    }

    @Test
    void worseIsTheMirrorOfBetter() {
        Proportion more = new Proportion(15, 20);
        Proportion less = new Proportion(8, 20);

        assertThat(GOOD.difference(less, more, 0.05))
                .isEqualTo(GOOD.difference(more, less, 0.05).negated());
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 20, 20", "20, 20, 4, 4", "3, 6, 3, 6", "0, 0, 0, 0"})
    void withTooFewLabelsOrAJudgeNoBetterThanACoinNothingIsCorrected(int right, int so, int denied, int notSo) {
        Reliability judge = new Reliability(new Proportion(right, so), new Proportion(denied, notSo));

        assertThat(judge.isKnown()).isFalse();
        assertThat(judge.share(new Proportion(5, 10))).isNull();
        assertThat(judge.interval(new Proportion(5, 10))).isNull();
        assertThat(judge.difference(new Proportion(5, 10), new Proportion(2, 10), 0.05))
                .isNull();
    }

    /** The judge errs, half of the runs or all of them are labelled, and shares are compared that nobody sees. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.3, 0.6, 0.9, 0.9, 1",
        "10, 0.5, 0.5, 0.8, 0.8, 1",
        "20, 0.3, 0.3, 0.9, 0.9, 1",
        "20, 0.3, 0.6, 0.95, 0.7, 0.5",
        "20, 0.6, 0.3, 0.95, 0.7, 0.5",
        "20, 0.1, 0.9, 0.8, 0.8, 0.5",
        "40, 0.5, 0.5, 0.95, 0.7, 0.5"
    })
    void correctedIntervalsHold(
            int n, double share, double other, double sensitivity, double specificity, double part) {
        Judged judged = new Judged(n, share, other, sensitivity, specificity, part);
        int known = 0;
        int held = 0;
        int heldOfOne = 0;
        while (known < DRAWS) {
            judged.draw();
            Interval apart = judged.reliability().difference(judged.seen(1), judged.seen(0), 0.05);
            Interval one = judged.reliability().interval(judged.seen(1));
            if (apart != null && one != null) {
                known++;
                held += apart.contains(other - share) ? 1 : 0;
                heldOfOne += one.contains(other) ? 1 : 0;
            }
        }

        double slack = 3 * Math.sqrt(0.05 * 0.95 / DRAWS);
        assertThat(held / (double) DRAWS).as("of the difference").isGreaterThan(COVERAGE - slack);
        assertThat(heldOfOne / (double) DRAWS).as("of one share").isGreaterThan(COVERAGE - slack);
    }

    @Test
    void withoutTheCorrectionTheyWouldNot() {
        Judged judged = new Judged(20, 0.1, 0.9, 0.8, 0.8, 0.5);
        int held = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            judged.draw();
            held += judged.seen(1).minus(judged.seen(0)).contains(0.8) ? 1 : 0;
        }

        assertThat(held / (double) DRAWS).isLessThan(0.3);
    }

    /** Two arms of runs, what a judge says of them and what people say of some. */
    private static final class Judged {

        private final int n;
        private final double[] shares;
        private final double sensitivity;
        private final double specificity;
        private final int labels;
        private final Random random;
        private final List<Boolean> so = new ArrayList<>();
        private final List<Boolean> said = new ArrayList<>();
        private List<Integer> labelled = List.of();

        Judged(int n, double share, double other, double sensitivity, double specificity, double part) {
            this.n = n;
            this.shares = new double[] {share, other};
            this.sensitivity = sensitivity;
            this.specificity = specificity;
            this.labels = (int) (2 * n * part);
            this.random = new Random(n + Math.round(100 * (share + other + sensitivity + specificity + part)));
        }

        void draw() {
            so.clear();
            said.clear();
            for (int run = 0; run < 2 * n; run++) {
                boolean holds = random.nextDouble() < shares[run / n];
                so.add(holds);
                said.add(random.nextDouble() < (holds ? sensitivity : specificity) == holds);
            }
            List<Integer> runs =
                    new ArrayList<>(IntStream.range(0, 2 * n).boxed().toList());
            Collections.shuffle(runs, random);
            labelled = runs.subList(0, labels);
        }

        Proportion seen(int arm) {
            return new Proportion(
                    (int) said.subList(arm * n, (arm + 1) * n).stream()
                            .filter(yes -> yes)
                            .count(),
                    n);
        }

        Reliability reliability() {
            return new Reliability(right(true), right(false));
        }

        private Proportion right(boolean holds) {
            List<Integer> of =
                    labelled.stream().filter(run -> so.get(run) == holds).toList();
            return new Proportion(
                    (int) of.stream().filter(run -> said.get(run) == holds).count(), of.size());
        }
    }
}
