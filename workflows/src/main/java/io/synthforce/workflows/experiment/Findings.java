package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has shown so far: a pure function of its plan and of what came of its branches, so the same rows
 * always tell the same. Turns and seats are those of the first option.
 *
 * @param confidence lower 95 % limit of the share of pairs the first option wins
 */
public record Findings(
        List<TurnFinding> turns,
        List<SeatFinding> seats,
        List<OptionFinding> options,
        double confidence,
        String recommendation) {

    /** @param scenario of the simulation that was forked */
    public static Findings of(Plan plan, Scenario scenario, List<RunRecord> records) {
        Trials first = Trials.of(plan, records, 1);
        List<OptionFinding> options = new ArrayList<>();
        List<Judgement> judgements = Judging.of(plan, records);
        for (int option = 1; option <= plan.options().size(); option++) {
            Trials trials = Trials.of(plan, records, option);
            options.add(option(plan, scenario, trials, option, judgements.get(option - 1)));
        }
        boolean any = !first.changed().isEmpty() && !first.unchanged().isEmpty();
        return new Findings(
                any ? new TurnFindings(plan, scenario, first).all() : List.of(),
                any ? new SeatFindings(scenario, first).all() : List.of(),
                options,
                first.score(plan.target(), plan.horizon()).lower(),
                recommendation(options));
    }

    private static OptionFinding option(Plan plan, Scenario scenario, Trials trials, int option, Judgement judgement) {
        Score score = trials.score(plan.target(), plan.horizon());
        Double mean = mean(trials.changed(), plan);
        Double unchanged = mean(trials.unchanged(), plan);
        String name = plan.options().get(option - 1).name();
        return new OptionFinding(
                name,
                trials.changed().size(),
                trials.unchanged().size(),
                trials.failed(),
                mean,
                unchanged,
                score,
                ruined(trials.changed()),
                ruined(trials.unchanged()),
                judgement,
                told(name, plan, scenario.world().indicator(plan.target().indicator()), trials, mean, unchanged)
                        + Judging.told(
                                judgement,
                                scenario.world()
                                        .indicator(plan.target().indicator())
                                        .unit()));
    }

    private static String told(
            String name,
            Plan plan,
            Indicator indicator,
            Trials trials,
            @Nullable Double mean,
            @Nullable Double unchanged) {
        if (mean == null || unchanged == null) {
            return "%s: nothing to compare, %s failed.".formatted(name, Figures.runs(trials.failed()));
        }
        Score score = trials.score(plan.target(), plan.horizon());
        return "%s: %s after turn %d was %s %s in %s, without the change %s in %d (difference %s); better in %d of %d pairs%s."
                .formatted(
                        name,
                        indicator.name(),
                        plan.horizon(),
                        Figures.plain(mean),
                        indicator.unit(),
                        Figures.runs(trials.changed().size()),
                        Figures.plain(unchanged),
                        trials.unchanged().size(),
                        Figures.signed(mean - unchanged),
                        score.wins(),
                        score.n(),
                        score.ties() == 0 ? "" : ", equal in " + score.ties());
    }

    private static String recommendation(List<OptionFinding> options) {
        int fewest = options.stream().mapToInt(OptionFinding::runs).min().orElse(0);
        String told = String.join(" ", options.stream().map(OptionFinding::told).toList());
        if (fewest == 0) {
            return "Nothing can be recommended: " + told;
        }
        if (fewest == 1) {
            return "1 run each: a sketch. " + told
                    + " One run cannot tell a difference from chance; ask with 6 repeats or more to compare.";
        }
        return fewest < Comparison.FEWEST ? "Too few runs for a verdict (%d each). ".formatted(fewest) + told : told;
    }

    private static @Nullable Double mean(List<RunRecord> runs, Plan plan) {
        OptionalDouble mean = Trials.mean(runs, plan.target().indicator(), plan.horizon());
        return mean.isPresent() ? mean.getAsDouble() : null;
    }

    private static int ruined(List<RunRecord> runs) {
        return (int) runs.stream().filter(RunRecord::ruined).count();
    }
}
