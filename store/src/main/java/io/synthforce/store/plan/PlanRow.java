package io.synthforce.store.plan;

import io.synthforce.workflows.estimation.Estimation;
import io.synthforce.workflows.plan.Plan;
import java.util.List;
import java.util.Map;

/** The plan after a turn, with the turn's figures. */
public record PlanRow(Plan plan, Figures figures) {

    /** Of a turn that has none, because it was played before plans were kept. */
    public static final PlanRow NONE =
            new PlanRow(Plan.NONE, new Figures(Map.of(), null, Estimation.of(List.of(), List.of())));
}
