package io.synthforce.activities.replay;

import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.lineage.Ancestor;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Evidence;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.replay.Openings;
import io.synthforce.workflows.replay.ReplayActivities;
import io.synthforce.workflows.replay.ReplayReport;
import io.synthforce.workflows.replay.ReplayRun;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Opening;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.turn.TurnPlayer;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plays a simulation from its beginning as its workflow would, with records for models. Only scenarios, changes, inputs
 * and replies are taken from the store: every state, decision and number is worked out anew.
 */
final class ReplayActivitiesImpl implements ReplayActivities {

    /** Marks belong to prompts, which a replay writes none of; hashes do not know of them. */
    private static final Claims NONE = new Claims(Evidence.NONE);

    private final Simulations simulations;
    private final Lineages lineages;
    private final Turns turns;
    private final Journal journal;
    private final ModelCalls calls;

    ReplayActivitiesImpl(Simulations simulations, Lineages lineages, Turns turns, Journal journal, ModelCalls calls) {
        this.simulations = simulations;
        this.lineages = lineages;
        this.turns = turns;
        this.journal = journal;
        this.calls = calls;
    }

    @Override
    public ReplayReport replay(ReplayRun run) {
        Comparing comparing = new Comparing();
        SimulationState state = SimulationState.BLANK;
        SimulationRow parent = null;
        List<Ancestor> line = lineages.ancestors(run.simulation());
        for (Ancestor ancestor : line) {
            SimulationRow played = require(ancestor.id());
            List<SimulationEvent> opening = opening(played, parent, state);
            comparing.opening(played.baseTurn(), journal.ofTurn(played.id(), played.baseTurn()), opening);
            state = state.fold(opening);
            boolean last = ancestor.depth() == 0;
            SimulationRow recorded = last ? require(run.callsOf()) : played;
            int end = last ? recorded.currentTurn() : ancestor.uptoTurn();
            for (int turn = played.baseTurn() + 1; turn <= end && !comparing.differs(); turn++) {
                state = play(
                        comparing, played, turns.findPlayed(recorded.id(), turn).orElseThrow(this::gone), state);
            }
            if (comparing.differs()) {
                return comparing.report();
            }
            parent = played;
        }
        if (line.isEmpty()) {
            throw gone();
        }
        return comparing.report();
    }

    private List<SimulationEvent> opening(SimulationRow row, @Nullable SimulationRow parent, SimulationState state) {
        return parent == null
                ? Openings.started(row.scenario())
                : Openings.forked(parent.scenario(), row.scenario(), lineages.changes(row.id()), state);
    }

    private SimulationState play(Comparing comparing, SimulationRow row, TurnRow recorded, SimulationState state) {
        int number = recorded.turn();
        UUID by = recorded.simulation();
        Plot plot = Plot.of(row.scenario(), row.root());
        Turn turn = recorded.toPlay(CallClass.BATCH);
        Snapshot before =
                new Snapshot(by, number - 1, 0, state.engine(), state, ContentHash.of(state), recorded.takenAt());
        Opening opening = Opening.of(plot, state, turn);
        List<RecordedCall> replies = calls.ofTurn(by, number);
        List<JournalEntry> stored = journal.ofTurn(by, number);
        RecordedCalls answers = new RecordedCalls(
                new CallKey(by, number, CallKey.COORDINATOR, Phase.POSITION, 0),
                replies,
                call -> new Scene(
                        call,
                        row.owner(),
                        row.scenario(),
                        recorded.inputs(),
                        recorded.inputsHash(),
                        plot,
                        turn,
                        before,
                        Plan.NONE,
                        opening,
                        replies,
                        null,
                        Recalled.NOTHING,
                        NONE));
        try {
            List<SimulationEvent> events = new TurnPlayer(plot, turn, state, answers, _ -> {}).play();
            comparing.turn(number, stored, events);
            return state.fold(events);
        } catch (RecordedCalls.Unanswered unanswered) {
            comparing.unanswered(number, stored, unanswered);
            return state;
        } finally {
            comparing.read(answers.read());
        }
    }

    private SimulationRow require(UUID simulation) {
        return simulations.find(simulation).orElseThrow(this::gone);
    }

    private ApplicationFailure gone() {
        return ApplicationFailure.newNonRetryableFailure("The simulation is gone", GONE);
    }
}
