package io.synthforce.workflows.brief;

import io.synthforce.workflows.brief.Arm.Parting;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened within an arm, beside the numbers of its comparison.
 *
 * @param parting where its runs first differ from each other, null when they do not
 */
public record ArmBrief(Arm arm, @Nullable Parting parting, List<Split> splits, List<Opposition> dissent) {

    static ArmBrief of(Arm arm, Plan plan, Scenario scenario, List<Talk> talks) {
        return new ArmBrief(
                arm,
                arm.parting(plan.baseTurn(), plan.horizon()).orElse(null),
                Split.in(arm, plan.target(), plan.horizon()),
                Opposition.in(arm, scenario, talks));
    }
}
