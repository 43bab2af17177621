package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.ArrayList;
import java.util.List;

/** Finds the seats a change is about. */
final class Cast {

    private Cast() {}

    /** The seat of that id, all of the role, or everybody for {@code all}. */
    static List<Seat> seats(Scenario scenario, String agent) {
        List<Seat> cast = scenario.cast();
        if (agent.equals(DirectAgent.ALL)) {
            return cast;
        }
        List<Seat> named = cast.stream().filter(seat -> seat.id().equals(agent)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<Seat> ofRole =
                cast.stream().filter(seat -> seat.role().equals(agent)).toList();
        if (ofRole.isEmpty()) {
            List<String> possible = new ArrayList<>(cast.stream().map(Seat::id).toList());
            possible.add(DirectAgent.ALL);
            throw InvalidChange.unknown("target", "seat or role in the cast named", agent, possible);
        }
        return ofRole;
    }
}
