package io.synthforce.workflows.brief;

import io.synthforce.workflows.experiment.Measure;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.IndicatorValue;
import java.util.List;
import java.util.Locale;

/** The question of a what-if as it would be put to somebody who simulates nothing. */
public final class Memo {

    private Memo() {}

    /** @param ledger after the last turn all runs share */
    public static String of(Plan plan, Scenario scenario, List<IndicatorValue> ledger) {
        Measure outcome = Measure.of(plan.target(), scenario);
        StringBuilder memo = new StringBuilder(scenario.text().strip());
        memo.append("\n\nWhere things stand on ")
                .append(scenario.clock().dateOf(plan.baseTurn()))
                .append(":");
        for (Indicator indicator : scenario.world().indicators()) {
            ledger.stream()
                    .filter(line -> line.indicator().equals(indicator.id()))
                    .forEach(line -> memo.append("\n- %s: %s %s"
                            .formatted(indicator.name(), line.value().toPlainString(), indicator.unit())));
        }
        memo.append("\n\nOptions beside no change:");
        for (int i = 0; i < plan.options().size(); i++) {
            Option option = plan.options().get(i);
            memo.append("\n- %d. %s: %s".formatted(i + 1, option.name(), Json.write(option.changes())));
        }
        memo.append("\n\nWhat counts is %s (%s) on %s, after %d turns of one %s; %s is better."
                .formatted(
                        outcome.name(),
                        outcome.unit(),
                        scenario.clock().dateOf(plan.horizon()),
                        plan.horizon() - plan.baseTurn(),
                        scenario.clock().step().name().toLowerCase(Locale.ROOT),
                        plan.target().direction() == Indicator.Direction.UP ? "more" : "less"));
        if (plan.target().matters() != null) {
            memo.append(" A difference matters from %s."
                    .formatted(plan.target().matters().toPlainString()));
        }
        return memo.toString();
    }
}
