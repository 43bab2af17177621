package io.synthforce.workflows.budget;

import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which model calls a turn can make: all of them, or those it makes even when nobody disagrees. */
public final class TurnCalls {

    private static final String ANALYST = "simulation_analyst";

    private TurnCalls() {}

    /**
     * One call.
     *
     * @param role whose model is asked; the coordinator's calls have none
     * @param model that the seat has of its own, null where it has the role's
     * @param heard how many contributions its prompt can repeat
     */
    public record Call(Phase phase, String role, @Nullable String model, int heard) {

        public Call(Phase phase, String role, int heard) {
            this(phase, role, null, heard);
        }

        static Call of(Phase phase, Seat seat, int heard) {
            return new Call(phase, seat.role(), seat.model(), heard);
        }
    }

    /** With a discussion in every round in which everybody has to reply. */
    public static List<Call> most(List<Seat> speakers, int rounds, boolean analytics) {
        int seats = speakers.size();
        List<Call> calls = new ArrayList<>(positions(speakers));
        for (int round = 1; seats > 1 && round <= rounds; round++) {
            calls.add(new Call(Phase.DISAGREEMENTS, "", seats));
            speakers.forEach(seat -> calls.add(Call.of(Phase.REPLY, seat, seats)));
        }
        calls.addAll(ending(speakers, analytics, seats * (seats > 1 ? 1 + rounds : 1)));
        return calls;
    }

    /** Everybody takes a position and nobody has to reply. */
    public static List<Call> least(List<Seat> speakers, int rounds, boolean analytics) {
        List<Call> calls = new ArrayList<>(positions(speakers));
        if (speakers.size() > 1 && rounds > 0) {
            calls.add(new Call(Phase.DISAGREEMENTS, "", speakers.size()));
        }
        calls.addAll(ending(speakers, analytics, speakers.size()));
        return calls;
    }

    private static List<Call> positions(List<Seat> speakers) {
        return speakers.stream().map(seat -> Call.of(Phase.POSITION, seat, 0)).toList();
    }

    private static List<Call> ending(List<Seat> speakers, boolean analytics, int heard) {
        List<Call> calls = new ArrayList<>(List.of(new Call(Phase.MINUTES, "", heard)));
        if (analytics) {
            speakers.stream()
                    .filter(seat -> seat.role().equals(ANALYST))
                    .findFirst()
                    .ifPresent(seat -> calls.add(Call.of(Phase.ANALYSIS, seat, heard)));
        }
        return calls;
    }
}
