package io.synthforce.workflows.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One kind of experiment whose outcomes are generated: what is known of it is whether its options differ from no change.
 *
 * @param n repeats; the most there may be when a rule stops it
 * @param correlation of what one block has in common; runs are compared as pairs where there is some
 * @param stops whether it ends from 10 repeats on, as soon as the intervals are narrow enough
 */
record Cell(Shape shape, int n, double correlation, int options, boolean stops) {

    static final int FIRST_LOOK = 10;

    /** How outcomes are distributed. */
    enum Shape {
        NORMAL,
        SKEWED,
        TIED,
        /** One in five is ruined; levels are those of the others. */
        RUIN,
        /** Three in ten are seen; where there is an effect, five in ten. */
        YES_NO;

        double of(double z, boolean effect, Random random) {
            return switch (this) {
                case NORMAL -> z;
                case SKEWED -> Math.exp(0.8 * z);
                case TIED -> Math.round(z);
                case RUIN -> random.nextDouble() < 0.2 ? Double.NaN : z;
                case YES_NO -> z < (effect ? 0 : -0.5244005127080407) ? 1 : 0;
            };
        }
    }

    boolean paired() {
        return correlation > 0 && shape != Shape.YES_NO;
    }

    /** Whether an effect is seen other than as a shift of everything, which changes no interval's width. */
    boolean hasEffects() {
        return shape == Shape.YES_NO;
    }

    double effect(boolean effect) {
        return effect && hasEffects() ? 20 : 0;
    }

    /** Generated block by block, as it is played. */
    final class Experiment {

        private final List<List<Double>> changed = new ArrayList<>();
        private final List<Double> twins = new ArrayList<>();
        private final List<Double> others = new ArrayList<>();
        private final boolean effect;
        private final Random random;

        Experiment(boolean effect, Random random) {
            this.effect = effect;
            this.random = random;
            IntStream.range(0, options).forEach(_ -> changed.add(new ArrayList<>()));
        }

        /** Plays as long as the rule says, and looks at the intervals. */
        List<Judgement> judged(double narrow) {
            int blocks = 0;
            List<Judgement> judged = List.of();
            do {
                block();
                blocks++;
                boolean looks = blocks == n || (stops && blocks >= FIRST_LOOK);
                judged = looks ? judge() : List.of();
            } while (blocks < n && !(stops && !judged.isEmpty() && widest(judged) <= narrow));
            return judged;
        }

        private void block() {
            double common = random.nextGaussian();
            changed.forEach(option -> option.add(draw(common, effect)));
            twins.add(draw(common, false));
            for (int further = 1; further < controls(); further++) {
                others.add(draw(random.nextGaussian(), false));
            }
        }

        private double draw(double common, boolean withEffect) {
            double z = Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * random.nextGaussian();
            return shape.of(z, withEffect, random);
        }

        private List<Judgement> judge() {
            List<Double> control = new ArrayList<>(twins);
            control.addAll(others);
            if (shape == Shape.YES_NO) {
                return changed.stream()
                        .map(option -> new Shares(options, !stops).judge(seen(option), seen(control), true, 0))
                        .toList();
            }
            Comparison comparison = new Comparison(true, 0, paired(), stops ? 0.045 : 0.05);
            return paired()
                    ? comparison.judge(
                            changed.stream().map(option -> pairs(option, twins)).toList())
                    : comparison.judge(
                            changed.stream().map(Experiment::survived).toList(), survived(control));
        }

        private static Proportion seen(List<Double> values) {
            return new Proportion(
                    (int) values.stream().filter(value -> value > 0).count(), values.size());
        }

        private static Sample survived(List<Double> values) {
            return new Sample(values.stream().filter(value -> !value.isNaN()).toList());
        }

        private static Arms pairs(List<Double> option, List<Double> twins) {
            int[] whole = IntStream.range(0, option.size())
                    .filter(i -> !option.get(i).isNaN() && !twins.get(i).isNaN())
                    .toArray();
            return new Arms(at(option, whole), at(twins, whole));
        }

        private static Sample at(List<Double> values, int[] places) {
            return new Sample(IntStream.of(places).mapToObj(values::get).toList());
        }
    }

    private int controls() {
        return (int) Math.ceil(Math.sqrt(options));
    }

    static double widest(List<Judgement> judgements) {
        return judgements.stream().mapToDouble(Judgement::half).max().orElseThrow();
    }

    String told() {
        return "%s | %d | %s | %d | %s"
                .formatted(
                        shape.name().toLowerCase(Locale.ROOT).replace('_', '/'),
                        n,
                        correlation,
                        options,
                        stops ? "from 10" : "fixed");
    }
}
