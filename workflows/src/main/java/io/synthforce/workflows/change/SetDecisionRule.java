package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue is settled by others from the fork on.
 *
 * @param owner the seat that decides under {@link DecisionRule#OWNER}, else null
 */
public record SetDecisionRule(
        String issue, DecisionRule rule, @Nullable String owner) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        Scenario scenario = fork.scenario();
        List<String> ids = scenario.issues().stream().map(Issue::id).toList();
        if (!ids.contains(issue)) {
            throw InvalidChange.unknown("target", "issue", issue, ids);
        }
        List<String> seats = scenario.cast().stream().map(Seat::id).toList();
        if (rule == DecisionRule.OWNER && !seats.contains(String.valueOf(owner))) {
            throw InvalidChange.unknown("owner", "seat", String.valueOf(owner), seats);
        }
        if (rule == DecisionRule.CEO
                && scenario.cast().stream().noneMatch(seat -> seat.role().equals("ceo"))) {
            throw new InvalidChange("rule", "Nobody in the cast has the role ceo; add one first, or name another rule");
        }
        return fork.with(Scenarios.withIssues(
                scenario,
                scenario.issues().stream()
                        .map(i -> i.id().equals(issue) ? i.settledBy(rule, owner) : i)
                        .toList()));
    }
}
