package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays one turn, phase by phase, and returns what happened. Runs in the workflow: code decides, models only speak.
 * The critical path is four model calls: positions, disagreements, replies, minutes.
 */
public final class TurnPlayer {

    /** Failure type of a turn in which every agent gave up; the turn is not counted. */
    public static final String NOBODY_ANSWERED = "nobody_answered";

    private static final String ANALYST = "simulation_analyst";

    private final Plot plot;
    private final Turn turn;
    private final Calls calls;
    private final TurnLog log;
    private final Consumer<Phase> progress;

    /** @param progress is told each phase as it begins */
    public TurnPlayer(Plot plot, Turn turn, SimulationState before, Consumer<Phase> progress) {
        this.plot = plot;
        this.turn = turn;
        this.calls = new Calls(turn, plot.scope());
        this.log = Opening.log(plot, before, turn);
        this.progress = progress;
    }

    /**
     * @return the turn's events in the order of the journal
     * @throws io.temporal.failure.TemporalFailure when the turn cannot be completed; recorded calls stay
     */
    public List<SimulationEvent> play() {
        takePositions();
        discuss();
        Settlement.play(plot, turn, log, voices());
        takeMinutes();
        log.record(new TurnClosed(turn.number()));
        return log.events();
    }

    private void takePositions() {
        progress.accept(Phase.POSITION);
        List<Promise<PositionTaken>> asked = turn.speakers().stream()
                .map(seat -> Async.function(
                        calls.by(seat.name(), Phase.POSITION)::position, calls.call(seat.id(), Phase.POSITION)))
                .toList();
        awaitAll(asked);
        asked.forEach(position -> log.record(position.get()));
        if (voices().isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "No agent gave an answer: " + reasonOfSilence(), NOBODY_ANSWERED);
        }
    }

    private String reasonOfSilence() {
        return log.events().stream()
                .flatMap(e -> e instanceof PositionTaken p
                        ? Optional.ofNullable(p.answer().reason()).stream()
                        : null)
                .findFirst()
                .orElse("the cast is empty");
    }

    private void discuss() {
        for (int round = 1; round <= plot.rounds() && voices().size() > 1; round++) {
            progress.accept(Phase.DISAGREEMENTS);
            DisagreementsNamed named = calls.by("Coordinator", Phase.DISAGREEMENTS)
                    .disagreements(calls.call(CallKey.COORDINATOR, Phase.DISAGREEMENTS, round, null));
            log.record(named);
            if (!reply(round, named.disagreements())) {
                return;
            }
        }
    }

    /** @return whether anyone was asked to reply */
    private boolean reply(int round, List<Disagreement> disagreements) {
        progress.accept(Phase.REPLY);
        List<Promise<ReplyGiven>> asked = new ArrayList<>();
        for (Voice voice : voices()) {
            Seat seat = voice.seat();
            disagreements.stream()
                    .filter(d -> d.mustAnswer().contains(seat.id()))
                    .findFirst()
                    .map(d -> calls.call(seat.id(), Phase.REPLY, round, d))
                    .ifPresent(call -> asked.add(Async.function(calls.by(seat.name(), Phase.REPLY)::reply, call)));
        }
        awaitAll(asked);
        asked.forEach(reply -> log.record(reply.get()));
        return !asked.isEmpty();
    }

    private void takeMinutes() {
        progress.accept(Phase.MINUTES);
        Promise<MinutesTaken> minutes = Async.function(
                calls.by("Coordinator", Phase.MINUTES)::minutes, calls.call(CallKey.COORDINATOR, Phase.MINUTES));
        Optional<Promise<AnalysisGiven>> analysis = analyst()
                .map(seat -> Async.function(
                        calls.by(seat.name(), Phase.ANALYSIS)::analysis, calls.call(seat.id(), Phase.ANALYSIS)));
        awaitAll(Stream.concat(Stream.of(minutes), analysis.stream()).toList());
        log.record(minutes.get());
        analysis.map(Promise::get).ifPresent(log::record);
    }

    /** So that when one call fails the turn, none is still under way: the next request would make it once more. */
    private static void awaitAll(List<? extends Promise<?>> calls) {
        calls.forEach(Promise::getFailure);
    }

    private List<Voice> voices() {
        return Voice.of(turn.speakers(), log.events());
    }

    private Optional<Seat> analyst() {
        return turn.speakers().stream()
                .filter(seat -> plot.analytics() && seat.role().equals(ANALYST))
                .findFirst();
    }
}
