package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;

/**
 * Someone leaves the cast for good.
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
            changed = changed.without(seat, Scenarios.withCast(scenario, staying));
        }
        return changed;
    }
}
