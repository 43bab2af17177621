package io.synthforce.workflows.turn;

import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.World;
import java.util.List;
import java.util.UUID;

/**
 * The part of a scenario that decides how turns go; it never changes in a simulation.
 *
 * @param scope the root simulation
 * @param rounds rounds of replies, 0 to 3
 */
public record Plot(
        World world, List<Issue> issues, String rootSeed, int repeat, int rounds, boolean analytics, String scope) {

    public Plot {
        issues = List.copyOf(issues);
    }

    public static Plot of(Scenario scenario, UUID root) {
        return new Plot(
                scenario.world(),
                scenario.issues(),
                scenario.rootSeed(),
                scenario.repeat(),
                scenario.settings().rounds(),
                scenario.settings().enableAnalytics(),
                root.toString());
    }
}
