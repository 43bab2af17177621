package io.synthforce.workflows.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells an agent something its role does not, or has another model speak for it.
 *
 * @param agent a seat, a role with all its seats, or {@code all}
 * @param persona who it is from now on, or null to leave that
 * @param goals what it wants from now on, or null to leave that
 * @param knows facts only it is given, beside those it was given before
 * @param absentTurns for how many turns after the fork it does not speak, or null to leave that; 0 brings it back
 * @param model which model speaks for it from now on, or null to leave that
 */
public record DirectAgent(
        String agent,
        @Nullable String persona,
        @Nullable List<String> goals,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> knows,
        @Nullable Integer absentTurns,
        @Nullable String model)
        implements Change {

    public static final String ALL = "all";

    public DirectAgent {
        knows = knows == null ? new LinkedHashMap<>() : new LinkedHashMap<>(knows);
    }

    @Override
    public Fork applyTo(Fork fork) {
        Scenario scenario = fork.scenario();
        for (Seat seat : Cast.seats(scenario, agent)) {
            scenario = Scenarios.withDirection(scenario, told(scenario.direction(seat.id()), fork.turn()));
            if (model != null) {
                scenario = Scenarios.withSeat(scenario, seat.spokenBy(model));
            }
        }
        return fork.with(scenario);
    }

    private Direction told(Direction before, int turn) {
        Map<String, Object> facts = new LinkedHashMap<>(before.knows());
        facts.putAll(knows);
        return new Direction(
                before.seat(),
                persona == null ? before.persona() : persona,
                goals == null ? before.goals() : goals,
                facts,
                absentTurns == null ? before.absentUntil() : turn + absentTurns);
    }
}
