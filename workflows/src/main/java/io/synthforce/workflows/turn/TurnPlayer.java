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
import io.synthforce.workflows.turn.Calls.Begun;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays one turn, phase by phase, and returns what happened: code decides, models only speak.
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

    /**
     * In a workflow, where models are asked.
     *
     * @param progress is told each phase as it begins
     */
    public TurnPlayer(Plot plot, Turn turn, SimulationState before, Consumer<Phase> progress) {
        this(plot, turn, before, new ActivityCalls(turn, plot.scope()), progress);
    }

    /** Anywhere, with whoever answers the calls. */
    public TurnPlayer(Plot plot, Turn turn, SimulationState before, Calls calls, Consumer<Phase> progress) {
        this.plot = plot;
        this.turn = turn;
        this.calls = calls;
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
        List<Begun<PositionTaken>> asked =
                turn.speakers().stream().map(calls::position).toList();
        awaitAll(asked);
        asked.forEach(position -> log.record(position.event()));
        if (voices().isEmpty() && !turn.speakers().isEmpty()) {
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
            DisagreementsNamed named = calls.disagreements(round).event();
            log.record(named);
            if (!reply(round, named.disagreements())) {
                return;
            }
        }
    }

    /** @return whether anyone was asked to reply */
    private boolean reply(int round, List<Disagreement> disagreements) {
        progress.accept(Phase.REPLY);
        List<Begun<ReplyGiven>> asked = new ArrayList<>();
        for (Voice voice : voices()) {
            Seat seat = voice.seat();
            disagreements.stream()
                    .filter(d -> d.mustAnswer().contains(seat.id()))
                    .findFirst()
                    .ifPresent(d -> asked.add(calls.reply(seat, round, d)));
        }
        awaitAll(asked);
        asked.forEach(reply -> log.record(reply.event()));
        return !asked.isEmpty();
    }

    private void takeMinutes() {
        progress.accept(Phase.MINUTES);
        Begun<MinutesTaken> minutes = calls.minutes();
        Optional<Begun<AnalysisGiven>> analysis = analyst().map(calls::analysis);
        awaitAll(Stream.concat(Stream.of(minutes), analysis.stream()).toList());
        log.record(minutes.event());
        analysis.map(Begun::event).ifPresent(log::record);
    }

    /** So that when one call fails the turn, none is still under way: the next request would make it once more. */
    private static void awaitAll(List<? extends Begun<?>> calls) {
        calls.forEach(Begun::await);
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
