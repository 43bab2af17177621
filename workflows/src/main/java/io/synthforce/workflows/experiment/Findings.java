package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Comparison;
import io.synthforce.workflows.comparison.Judgement;
import io.synthforce.workflows.comparison.Verdict;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.Scripted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment has shown so far: a pure function of its plan and of what came of its branches, so the same rows
 * always tell the same. Turns and seats are those of the first option.
 *
 * @param confidence lower 95 % limit of the share of pairs the first option wins
 * @param tornado assumptions that were tried at both ends, the widest first
 * @param basis what the runs have in common, and so what the comparison holds for
 * @param scripted a script answered in one run at least, where no model was asked
 */
public record Findings(
        List<TurnFinding> turns,
        List<SeatFinding> seats,
        List<OptionFinding> options,
        double confidence,
        List<Swing> tornado,
        String recommendation,
        String basis,
        boolean scripted) {

    /** @param scenario of the simulation that was forked */
    public static Findings of(Plan plan, Scenario scenario, List<RunRecord> records) {
        Trials first = Trials.of(plan, records, 1);
        List<OptionFinding> options = new ArrayList<>();
        List<Judgement> judgements = Judging.of(plan, records);
        Price price = Price.of(records);
        String basis = Basis.of(plan, records);
        for (int option = 1; option <= plan.options().size(); option++) {
            Trials trials = Trials.of(plan, records, option);
            options.add(option(plan, scenario, trials, option, judgements.get(option - 1), price));
        }
        boolean scripted = records.stream().anyMatch(RunRecord::scripted);
        boolean any = !first.changed().isEmpty() && !first.unchanged().isEmpty();
        return new Findings(
                any ? new TurnFindings(plan, scenario, first).all() : List.of(),
                any ? new SeatFindings(scenario, first).all() : List.of(),
                options,
                first.score(plan.target(), plan.horizon()).lower(),
                Swing.of(plan, options),
                (scripted ? Scripted.NOTICE + ". " : "") + recommendation(options) + " " + basis,
                basis,
                scripted);
    }

    private static OptionFinding option(
            Plan plan, Scenario scenario, Trials trials, int option, Judgement judgement, Price price) {
        Integer needed = judgement.needed();
        OutcomeFinding primary = OutcomeFinding.of(plan.target(), scenario, trials, plan);
        OptionFinding finding = new OptionFinding(
                plan.options().get(option - 1).name(),
                trials.changed().size(),
                trials.unchanged().size(),
                trials.units(trials.changed()),
                trials.failed(),
                primary,
                plan.secondary().stream()
                        .map(target -> OutcomeFinding.of(target, scenario, trials, plan))
                        .toList(),
                trials.score(plan.target(), plan.horizon()),
                trials.ruin(plan),
                Divergence.first(plan, scenario.world().indicators(), trials),
                judgement,
                Judging.check(plan, trials, option, judgement),
                needed == null ? null : price.of(plan.runsOf(needed)),
                needed == null ? null : price.why(),
                noVerdict(judgement.verdict(), plan.options().get(option - 1), trials, primary.share()),
                "");
        return finding.told(new Telling(plan, primary.measure()).of(finding));
    }

    private static @Nullable String noVerdict(Verdict verdict, Option option, Trials trials, @Nullable Share share) {
        return switch (verdict) {
            case NOT_COMPARABLE -> Comparability.missing(option, trials);
            case TOO_FEW_RUNS ->
                share == null
                        ? "verdicts need %d runs of either kind that count".formatted(Comparison.FEWEST)
                        : share.why();
            case JUDGE_UNCHECKED -> "the judge is unchecked; labels of runs tell how often it is right";
            case BETTER, WORSE, NO_DIFFERENCE_THAT_MATTERS, UNDECIDED, IDENTICAL -> null;
        };
    }

    private static String recommendation(List<OptionFinding> options) {
        int fewest = options.stream().mapToInt(OptionFinding::n).min().orElse(0);
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
}
