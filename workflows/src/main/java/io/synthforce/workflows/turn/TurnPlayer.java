package io.synthforce.workflows.turn;

import static java.util.function.Predicate.not;

import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Draws;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
    private final Draws draws;
    private final TurnLog log;
    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private final Consumer<Phase> progress;

    /** @param progress is told each phase as it begins */
    public TurnPlayer(Plot plot, Turn turn, SimulationState before, Consumer<Phase> progress) {
        this.plot = plot;
        this.turn = turn;
        this.calls = new Calls(turn, plot.scope());
        this.draws = new Draws(plot.rootSeed(), plot.repeat());
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
        List<String> accepted = new DecisionPhase(plot.world(), draws, log, turn.number())
                .play(plot.issues(), List.copyOf(voices.values()));
        new OutsidePhase(plot.world(), draws, log, turn.number()).play(accepted);
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
        for (int i = 0; i < asked.size(); i++) {
            PositionTaken position = asked.get(i).get();
            log.record(position);
            if (position.answer().given()) {
                Seat seat = turn.speakers().get(i);
                voices.put(seat.id(), Voice.of(seat, position));
            }
        }
        if (voices.isEmpty()) {
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
        for (int round = 1; round <= plot.rounds() && voices.size() > 1; round++) {
            progress.accept(Phase.DISAGREEMENTS);
            DisagreementsNamed named = calls.by("Coordinator", Phase.DISAGREEMENTS)
                    .disagreements(calls.call(CallKey.COORDINATOR, Phase.DISAGREEMENTS, round, null, List.of()));
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
        for (Voice voice : voices.values()) {
            Seat seat = voice.seat();
            disagreements.stream()
                    .filter(d -> d.mustAnswer().contains(seat.id()))
                    .findFirst()
                    .map(d -> calls.call(seat.id(), Phase.REPLY, round, d, List.of()))
                    .ifPresent(call -> asked.add(Async.function(calls.by(seat.name(), Phase.REPLY)::reply, call)));
        }
        for (Promise<ReplyGiven> promise : asked) {
            ReplyGiven reply = promise.get();
            log.record(reply);
            voices.computeIfPresent(reply.seat(), (_, voice) -> voice.after(reply));
        }
        return !asked.isEmpty();
    }

    private void takeMinutes() {
        progress.accept(Phase.MINUTES);
        List<SimulationEvent> facts = log.events().stream()
                .filter(not(TurnPlayer::isSpeechOrBookkeeping))
                .toList();
        Promise<MinutesTaken> minutes = Async.function(
                calls.by("Coordinator", Phase.MINUTES)::minutes,
                calls.call(CallKey.COORDINATOR, Phase.MINUTES, 0, null, facts));
        Optional<Promise<AnalysisGiven>> analysis = analyst()
                .map(seat -> Async.function(
                        calls.by(seat.name(), Phase.ANALYSIS)::analysis,
                        calls.call(seat.id(), Phase.ANALYSIS, 0, null, facts)));
        log.record(minutes.get());
        analysis.map(Promise::get).ifPresent(log::record);
    }

    private Optional<Seat> analyst() {
        return turn.speakers().stream()
                .filter(seat -> plot.analytics() && seat.role().equals(ANALYST))
                .findFirst();
    }

    private static boolean isSpeechOrBookkeeping(SimulationEvent event) {
        return event instanceof TurnOpened
                || event instanceof PositionTaken
                || event instanceof DisagreementsNamed
                || event instanceof ReplyGiven
                || event instanceof ValueDrawn
                || event instanceof EffectScheduled;
    }
}
