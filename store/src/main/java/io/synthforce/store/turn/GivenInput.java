package io.synthforce.store.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.store.request.Injection;
import io.synthforce.store.request.NextInputs;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;

/**
 * What a turn of a branch is given unless it is asked for something else: what was said and what was let happen in the same
 * turn of the simulation it was forked from.
 *
 * @param happened events in the order in which they were injected
 */
public record GivenInput(
        int turn,
        NextInputs said,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Injection> happened) {

    public GivenInput {
        said = said == null ? NextInputs.NONE : said;
        happened = happened == null ? List.of() : List.copyOf(happened);
    }

    static GivenInput nothing(int turn) {
        return new GivenInput(turn, NextInputs.NONE, List.of());
    }

    /**
     * What of it is possible in a branch: nobody who was taken out of the cast is in focus, and no event happens that was
     * taken out of the world.
     */
    public GivenInput in(Scenario branch, List<Seat> castBefore) {
        List<String> focus = said.focusAgents().stream()
                .filter(role -> isIn(branch.cast(), role) || !isIn(castBefore, role))
                .toList();
        return new GivenInput(
                turn,
                new NextInputs(said.userInput(), focus, said.contextOverride()),
                happened.stream()
                        .filter(one -> one.event() == null
                                || branch.world().event(one.event()).isPresent())
                        .toList());
    }

    private static boolean isIn(List<Seat> cast, String role) {
        return cast.stream().anyMatch(seat -> seat.role().equals(role));
    }
}
