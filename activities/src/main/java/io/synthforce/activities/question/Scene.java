package io.synthforce.activities.question;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a model call may know, loaded by reference as of the turn's start.
 *
 * @param owner whose simulation it is
 * @param plot the part of the scenario that decides how turns go
 * @param played the turn as the workflow plays it
 * @param plan the work that was open at the turn's start
 * @param spoken the turn's recorded calls so far
 * @param lastMinutes the summary of the turn before, or null
 * @param recalled what the seat remembers
 * @param claims which numbers can be relied on; of what was said in the turn and of the minutes no others are left
 */
public record Scene(
        ModelCall call,
        String owner,
        Scenario scenario,
        TurnInputs inputs,
        String inputsHash,
        Plot plot,
        Turn played,
        Snapshot before,
        Plan plan,
        Opening opening,
        List<RecordedCall> spoken,
        @Nullable String lastMinutes,
        Recalled recalled,
        Claims claims) {

    int turn() {
        return call.key().turn();
    }

    /** The speaking seat of the call. */
    Seat seat() {
        return seat(call.key().seat());
    }

    public Seat seat(String id) {
        return inputs.speakers().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No seat " + id + " speaks in turn " + turn()));
    }

    List<String> seatIds() {
        return inputs.speakers().stream().map(Seat::id).toList();
    }

    List<String> issueIds() {
        return scenario.issues().stream().map(i -> i.id()).toList();
    }

    List<String> actionIds() {
        return scenario.world().actions().stream().map(a -> a.id()).toList();
    }

    Optional<RecordedCall> said(String seat, Phase phase, int round) {
        return spoken.stream()
                .filter(c -> c.key().seat().equals(seat)
                        && c.key().phase() == phase
                        && c.key().round() == round
                        && c.given())
                .findFirst();
    }

    /** The positions that were given, in speaking order. */
    List<RecordedCall> positions() {
        return inputs.speakers().stream()
                .flatMap(s -> said(s.id(), Phase.POSITION, 0).stream())
                .toList();
    }

    /** The last reply a seat gave before the given round, or its position. */
    Optional<RecordedCall> lastWord(String seat, int beforeRound) {
        for (int round = beforeRound - 1; round > 0; round--) {
            Optional<RecordedCall> reply = said(seat, Phase.REPLY, round);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return said(seat, Phase.POSITION, 0);
    }

    /** The role of a seat: the scenario's own, or one that ships. */
    Role role(Seat seat) {
        return scenario.roleOf(seat);
    }
}
