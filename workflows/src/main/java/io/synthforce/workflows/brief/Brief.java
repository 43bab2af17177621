package io.synthforce.workflows.brief;

import io.synthforce.workflows.experiment.Findings;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PropositionFinding;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;

/**
 * What a decision brief tells without a model: a pure function of the experiment's plan, of what came of its branches and of
 * what was said in them, so the same rows always tell the same.
 *
 * @param arms every option, then no change
 * @param data lines that can be cited
 * @param said where things were said that can be cited, the utterances being read by whoever has them
 */
public record Brief(Findings findings, List<ArmBrief> arms, List<Source> data, List<Place> said) {

    public Brief {
        arms = List.copyOf(arms);
        data = List.copyOf(data);
        said = List.copyOf(said);
    }

    /** How far it may be believed. */
    public static String limit(Findings findings, Plan plan) {
        return ("%s Holds to turn %d, for this scenario, this cast and these models. These are simulated runs, not a"
                        + " forecast; a share of runs is not a probability.")
                .formatted(findings.basis(), plan.horizon());
    }

    /**
     * @param records of the branches that have ended
     * @param talks of the branches, in the order of the plan
     */
    public static Brief of(Plan plan, Scenario scenario, List<RunRecord> records, List<Talk> talks) {
        Findings findings = Findings.of(plan, scenario, records);
        List<ArmBrief> arms = Arm.of(plan, records).stream()
                .map(arm -> ArmBrief.of(arm, plan, scenario, talks))
                .toList();
        boolean any = arms.stream().anyMatch(arm -> !arm.arm().runs().isEmpty());
        return new Brief(
                findings,
                arms,
                any
                        ? new DataLines(plan, scenario).of(findings, PropositionFinding.all(plan, records), arms)
                        : List.of(),
                Utterances.of(plan, arms, talks));
    }
}
