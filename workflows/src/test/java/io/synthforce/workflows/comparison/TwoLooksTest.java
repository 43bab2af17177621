package io.synthforce.workflows.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outcomes without any effect, judged when ten repeats are played and again when ten more are. */
class TwoLooksTest {

    private static final int DRAWS = 2_000;
    private static final int FIRST = 10;
    private static final int OPTIONS = 3;
    private static final int CONTROLS = 2;

    /** Three standard errors of a share of 5 %. */
    private static final double SLACK = 3 * Math.sqrt(0.05 * 0.95 / DRAWS);

    @Test
    void halfOfAlphaForEachKeepsFalseAlarmsAtEitherBelowWhatIsPromised() {
        assertThat(alarms(0.025)).isLessThanOrEqualTo(0.05 + SLACK);
    }

    @Test
    void whoLooksTwiceWithoutHavingAnnouncedItIsWrongMoreOften() {
        assertThat(alarms(0.05)).as("which is why that is called exploratory").isGreaterThan(0.05 + SLACK);
    }

    /** In what share of experiments one of the looks sees a difference. */
    private static double alarms(double alpha) {
        Random random = new Random(7);
        Comparison comparison = new Comparison(true, 0, false, alpha);
        long alarms = IntStream.range(0, DRAWS)
                .filter(_ -> {
                    List<List<Double>> kinds = new ArrayList<>();
                    IntStream.rangeClosed(0, OPTIONS).forEach(_ -> kinds.add(new ArrayList<>()));
                    play(kinds, random);
                    boolean first = alarms(comparison, kinds);
                    play(kinds, random);
                    return first | alarms(comparison, kinds);
                })
                .count();
        return (double) alarms / DRAWS;
    }

    /** The first of the kinds is no change. */
    private static void play(List<List<Double>> kinds, Random random) {
        for (int kind = 0; kind <= OPTIONS; kind++) {
            int runs = kind == 0 ? CONTROLS * FIRST : FIRST;
            IntStream.range(0, runs).mapToObj(_ -> random.nextGaussian()).forEach(kinds.get(kind)::add);
        }
    }

    private static boolean alarms(Comparison comparison, List<List<Double>> kinds) {
        List<Sample> samples = kinds.stream().map(Sample::new).toList();
        return comparison.judge(samples.subList(1, samples.size()), samples.getFirst()).stream()
                .anyMatch(judgement -> judgement.interval() != null
                        && (judgement.interval().low() > 0
                                || judgement.interval().high() < 0));
    }
}
