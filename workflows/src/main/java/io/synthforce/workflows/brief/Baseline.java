package io.synthforce.workflows.brief;

import io.synthforce.workflows.brief.DirectAnswer.Guess;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.experiment.Expectation.Course;
import io.synthforce.workflows.experiment.Figures;
import io.synthforce.workflows.experiment.OptionFinding;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.world.Indicator.Direction;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What it is worth to simulate at all is seen beside this: the same model, asked the same question directly and repeatedly.
 * These are repeats of one question to one model, not so many opinions.
 *
 * @param asked how often
 * @param answers those that could be used
 * @param maxTokens what each answer was given room for
 */
public record Baseline(
        int asked,
        List<DirectAnswer> answers,
        int maxTokens,
        @Nullable String model,
        boolean scripted) {

    public Baseline {
        answers = List.copyOf(answers);
    }

    /**
     * The direct answers on one option beside its verdict.
     *
     * @param agree how many say what the verdict says; null where it says nothing
     */
    public record OfOption(
            String option,
            int up,
            int down,
            int same,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Integer agree,
            String told) {}

    /** In the order of the options. */
    public List<OfOption> options(Plan plan, List<OptionFinding> findings) {
        return IntStream.range(0, plan.options().size())
                .mapToObj(option -> of(plan.target(), findings.get(option), guesses(option)))
                .toList();
    }

    /** What was recommended, and how often. */
    public String recommended(Plan plan) {
        List<String> told = new ArrayList<>();
        for (int option = 1; option <= plan.options().size(); option++) {
            add(told, plan.options().get(option - 1).name(), option);
        }
        add(told, "no change", PlannedRun.NO_CHANGE);
        return told.isEmpty() ? "Nothing was recommended." : "Recommended: " + String.join("; ", told) + ".";
    }

    private void add(List<String> told, String name, int option) {
        int times = (int) answers.stream()
                .filter(answer -> answer.recommended() == option)
                .count();
        if (times > 0) {
            told.add("%s %s".formatted(name, share(times)));
        }
    }

    private List<Guess> guesses(int option) {
        return answers.stream().map(answer -> answer.guesses().get(option)).toList();
    }

    private OfOption of(Target target, OptionFinding finding, List<Guess> guesses) {
        Verdict verdict = finding.judgement().verdict();
        Course shown = course(target, verdict);
        Integer agree = shown == null
                ? null
                : (int) guesses.stream()
                        .filter(guess -> course(target, guess) == shown)
                        .count();
        DoubleSummaryStatistics sizes =
                guesses.stream().mapToDouble(Guess::difference).summaryStatistics();
        int up = count(guesses, Course.UP);
        int down = count(guesses, Course.DOWN);
        int same = count(guesses, Course.SAME);
        if (guesses.isEmpty()) {
            String told = "%s: asked directly, n = %d, and no answer could be used.".formatted(finding.name(), asked);
            return new OfOption(finding.name(), up, down, same, null, null, agree, told);
        }
        String told = "%s: asked directly, n = %d: more in %d, less in %d, no difference in %d, by %s %s; %s."
                .formatted(
                        finding.name(),
                        guesses.size(),
                        up,
                        down,
                        same,
                        limits(sizes),
                        finding.primary().measure().apart(),
                        agree == null
                                ? "the runs give no verdict to agree with"
                                : "as the runs say (%s) %s"
                                        .formatted(verdict.word().replace('_', ' '), share(agree)));
        return new OfOption(finding.name(), up, down, same, sizes.getMin(), sizes.getMax(), agree, told);
    }

    private static String limits(DoubleSummaryStatistics sizes) {
        String from = Figures.signed(sizes.getMin());
        String to = Figures.signed(sizes.getMax());
        return from.equals(to) ? from : from + " to " + to;
    }

    private String share(int times) {
        return new Proportion(times, answers.size()).told("answers");
    }

    private static int count(List<Guess> guesses, Course course) {
        return (int) guesses.stream().filter(guess -> guess.course() == course).count();
    }

    /** A difference too small to matter is none. */
    private static Course course(Target target, Guess guess) {
        return target.matters() != null && guess.size() < target.matters().doubleValue() ? Course.SAME : guess.course();
    }

    /** What the runs say of the outcome; null where they leave that open. */
    private static @Nullable Course course(Target target, Verdict verdict) {
        boolean up = target.direction() == Direction.UP;
        return switch (verdict) {
            case BETTER -> up ? Course.UP : Course.DOWN;
            case WORSE -> up ? Course.DOWN : Course.UP;
            case NO_DIFFERENCE_THAT_MATTERS, IDENTICAL -> Course.SAME;
            case UNDECIDED, TOO_FEW_RUNS, JUDGE_UNCHECKED, NOT_COMPARABLE -> null;
        };
    }
}
