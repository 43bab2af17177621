package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone joins the cast and speaks from the next turn on.
 *
 * @param role one that ships or one of the scenario's own
 * @param name how the newcomer is called, or null for the role's name
 */
public record AddSeat(String role, @Nullable String name) implements Change {

    @Override
    public Fork applyTo(Fork fork) {
        Scenario scenario = fork.scenario();
        Role joining = scenario.role(role)
                .orElseThrow(() -> InvalidChange.unknown("target", "role", role, scenario.roleNames()));
        List<Seat> cast = new ArrayList<>(scenario.cast());
        cast.add(new Seat(
                freeId(scenario, fork.left()), role, name == null ? joining.name() : name, joining.priority()));
        return fork.with(Scenarios.withCast(scenario, cast));
    }

    /** Never that of someone who was there before: memories are kept by seat. */
    private String freeId(Scenario scenario, List<String> left) {
        String id = role;
        for (int number = 2; isTaken(id, scenario, left); number++) {
            id = role + "-" + number;
        }
        return id;
    }

    private static boolean isTaken(String id, Scenario scenario, List<String> left) {
        return left.contains(id)
                || scenario.cast().stream().anyMatch(seat -> seat.id().equals(id));
    }
}
