package io.synthforce.activities.call;

import io.synthforce.activities.call.Backgrounds.Background;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.List;

/** Loads what a call may know, as of the head at the turn's start: never by wall clock, so a retry sees the same. */
final class Scenes {

    private final Backgrounds backgrounds;
    private final Turns turns;
    private final ModelCalls calls;
    private final Memories memories;

    Scenes(Backgrounds backgrounds, Turns turns, ModelCalls calls, Memories memories) {
        this.backgrounds = backgrounds;
        this.turns = turns;
        this.calls = calls;
        this.memories = memories;
    }

    /** @throws io.temporal.failure.ApplicationFailure when the simulation is gone */
    Scene of(ModelCall call) {
        CallKey key = call.key();
        TurnRow turn = turns.find(key.simulation(), key.turn()).orElseThrow(Faults::gone);
        Background background = backgrounds.of(key.simulation(), key.turn());
        Plot plot = Plot.of(background.row().scenario(), background.row().root());
        Turn played = turn.toPlay(call.callClass());
        Opening opening = Opening.of(plot, background.before().state(), played);
        Claims claims = claims(turn, background, opening);
        return new Scene(
                call,
                background.row().owner(),
                background.row().scenario(),
                turn.inputs(),
                turn.inputsHash(),
                plot,
                played,
                background.before(),
                background.plan(),
                opening,
                spoken(key, claims),
                background.minutes(),
                recalled(key, turn, background),
                claims);
    }

    private static Claims claims(TurnRow turn, Background background, Opening opening) {
        return new Claims(Evidences.during(
                turn.turn(),
                turn.inputs(),
                opening.events().stream()
                        .filter(IndicatorChanged.class::isInstance)
                        .map(IndicatorChanged.class::cast),
                background.row().scenario().world(),
                background.evidence()));
    }

    /**
     * Positions are private: nothing said in the turn is heard before they are taken. What is heard carries a mark for
     * every number that rests on nothing.
     */
    private List<RecordedCall> spoken(CallKey key, Claims claims) {
        return key.phase() == Phase.POSITION
                ? List.of()
                : calls.ofTurn(key.simulation(), key.turn()).stream()
                        .map(call -> Hearing.of(call, claims))
                        .toList();
    }

    private Recalled recalled(CallKey key, TurnRow turn, Background background) {
        Scenario scenario = background.row().scenario();
        if (key.phase() != Phase.POSITION || !scenario.settings().enableMemory()) {
            return Recalled.NOTHING;
        }
        return memories.recall(
                key.simulation(),
                key.seat(),
                key.turn(),
                background.before().head(),
                turn.inputs().about(role(turn, key.seat()), background.minutes(), scenario));
    }

    private static String role(TurnRow turn, String seat) {
        return turn.inputs().speakers().stream()
                .filter(speaker -> speaker.id().equals(seat))
                .map(Seat::role)
                .findFirst()
                .orElse(seat);
    }
}
