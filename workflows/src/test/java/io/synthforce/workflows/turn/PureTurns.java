package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Beginning;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;

/** Turns played by code alone: the agents' choices are given, no model and no workflow is there. */
final class PureTurns {

    /** @param before the state the turn began with */
    record Played(int turn, SimulationState before, List<SimulationEvent> events, SimulationState after) {}

    private static final UUID SIMULATION = new UUID(0, 1);

    private final Plot plot;
    private final IntFunction<List<Voice>> voices;
    private SimulationState state;

    private PureTurns(Plot plot, SimulationState from, IntFunction<List<Voice>> voices) {
        this.plot = plot;
        this.voices = voices;
        this.state = from;
    }

    /** The state before the first turn, as chance gives it. */
    static SimulationState beginning(Plot plot) {
        return SimulationState.BLANK.fold(
                Beginning.of("scenario", plot.world(), new Draws(plot.rootSeed(), plot.repeat())));
    }

    static SimulationState opening(World world) {
        return SimulationState.BLANK.fold(
                new SimulationEvent.SimulationStarted("scenario", SimulationState.ENGINE, world.openingLedger()));
    }

    /** @param voices where the seats stand at the end of each turn's discussion */
    static List<Played> play(Plot plot, int turns, IntFunction<List<Voice>> voices) {
        return play(plot, beginning(plot), turns, voices);
    }

    /** Turns that follow a state, as in a branch. */
    static List<Played> play(Plot plot, SimulationState from, int turns, IntFunction<List<Voice>> voices) {
        PureTurns player = new PureTurns(plot, from, voices);
        List<Played> played = new ArrayList<>();
        for (int turn = from.turn() + 1; turn <= from.turn() + turns; turn++) {
            played.add(player.next(turn));
        }
        return played;
    }

    /** Every seat proposes what it likes, allowed or not. */
    static IntFunction<List<Voice>> anything(World world, long seed) {
        List<Seat> cast = List.of(Scenarios.seat("ceo"), Scenarios.seat("pm"), Scenarios.seat("designer"));
        return turn -> {
            Random random = new Random(seed * 1000 + turn);
            return cast.stream()
                    .map(seat -> new Voice(seat, List.of(), some(world, random)))
                    .toList();
        };
    }

    private static List<String> some(World world, Random random) {
        return world.actions().stream()
                .map(ActionType::id)
                .filter(_ -> random.nextInt(3) == 0)
                .toList();
    }

    static Turn turn(int number) {
        return new Turn(SIMULATION, number, number, 1, CallClass.NEXT, "inputs", Scenarios.fullCast(), List.of());
    }

    private Played next(int number) {
        SimulationState before = state;
        Draws draws = new Draws(plot.rootSeed(), plot.repeat());
        TurnLog log = Opening.log(plot, before, turn(number));
        List<String> accepted =
                new DecisionPhase(plot.world(), draws, log, number).play(plot.issues(), voices.apply(number));
        new OutsidePhase(plot.world(), draws, log, number).play(accepted);
        new Endings(plot.world(), log, number).play();
        log.record(new SimulationEvent.TurnClosed(number));
        state = Json.read(Json.write(before.fold(log.events())), SimulationState.class);
        return new Played(number, before, log.events(), state);
    }
}
