package io.synthforce.api.scenario;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.workflows.scenario.Scenario;

/** Reads the names of roles where a scenario can have its own beside those that ship. */
public final class RoleNames {

    private RoleNames() {}

    /** @throws InvalidRequest naming the field and the roles there are, if the scenario has no such role */
    public static void require(Scenario scenario, String role, String field) {
        if (scenario.role(role).isEmpty()) {
            throw new InvalidRequest(
                    field, "enum", "Input should be '" + String.join("', '", scenario.roleNames()) + "'");
        }
    }
}
