package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;

/**
 * Someone leaves the cast for good. An issue that nobody is left to settle is settled by majority, as its decisions say.
 *
 * @param agent a seat, or a role with all its seats
 */
public record RemoveSeat(String agent) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        List<Seat> leaving = Cast.seats(fork.scenario(), agent);
        if (leaving.size() == fork.scenario().cast().size()) {
            throw new InvalidChange("target", "Nobody would be left in the cast; keep at least one seat");
        }
        Fork changed = fork;
        for (Seat seat : leaving) {
            Scenario scenario = changed.scenario();
            List<Seat> staying = scenario.cast().stream()
                    .filter(other -> !other.equals(seat))
                    .toList();
            changed = changed.without(
                    seat,
                    Scenarios.withIssues(
                            Scenarios.withCast(scenario, staying), settled(scenario.issues(), seat, staying)));
        }
        return changed;
    }

    private static List<Issue> settled(List<Issue> issues, Seat leaving, List<Seat> staying) {
        return issues.stream()
                .map(issue -> issue.isSettledBy(leaving) && staying.stream().noneMatch(issue::isSettledBy)
                        ? issue.settledBy(DecisionRule.MAJORITY, null)
                        : issue)
                .toList();
    }
}
