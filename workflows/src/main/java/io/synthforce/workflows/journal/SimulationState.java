package io.synthforce.workflows.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.journal.SimulationEvent.*;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounded state after a turn: the fold of the journal, and all a next turn or a fork needs of it. Its size depends
 * on the world and the cast, never on how many turns were played.
 *
 * @param engine version of the rules that folded it
 * @param turn turns completed; while a turn is being played, that turn
 * @param pending effects that will land later
 * @param drawn values drawn at turn 0, which branches inherit
 * @param unlisted proposals outside the catalogue so far
 * @param ruined whether the company was ruined at any time
 * @param taken when each action of the catalogue was last taken
 * @param occurred events of the catalogue that have happened
 * @param missed deadlines that were missed
 * @param ending why nothing more is played, or null
 */
public record SimulationState(
        int engine,
        int turn,
        List<IndicatorValue> ledger,
        List<PendingEffect> pending,
        List<HeldStance> stances,
        List<Decided> decisions,
        List<Drawn> drawn,
        int unlisted,
        boolean ruined,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Taken> taken,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> occurred,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missed,
        @Nullable Ending ending) {

    /** The engine this code is. A turn finishes under the engine it began with. */
    public static final int ENGINE = 1;

    public static final SimulationState BLANK =
            new SimulationState(ENGINE, 0, List.of(), List.of(), List.of(), List.of(), List.of(), 0, false);

    public SimulationState {
        taken = taken == null ? List.of() : List.copyOf(taken);
        occurred = occurred == null ? List.of() : List.copyOf(occurred);
        missed = missed == null ? List.of() : List.copyOf(missed);
    }

    /** A state in which nothing has happened yet that happens only once. */
    public SimulationState(
            int engine,
            int turn,
            List<IndicatorValue> ledger,
            List<PendingEffect> pending,
            List<HeldStance> stances,
            List<Decided> decisions,
            List<Drawn> drawn,
            int unlisted,
            boolean ruined) {
        this(
                engine, turn, ledger, pending, stances, decisions, drawn, unlisted, ruined, List.of(), List.of(),
                List.of(), null);
    }

    public SimulationState fold(List<SimulationEvent> events) {
        SimulationState state = this;
        for (SimulationEvent event : events) {
            state = state.fold(event);
        }
        return state;
    }

    public SimulationState fold(SimulationEvent event) {
        NextState next = new NextState(this);
        return switch (event) {
            case SimulationStarted e ->
                next.engine(e.engine()).ledger(e.ledger()).state();
            case SimulationForked e -> next.withoutSeats(e.left()).ending(null).state();
            case TurnOpened e -> next.opened(e.turn()).state();
            case ValueDrawn e ->
                turn == 0 ? next.drawn(new Drawn(e.stream(), e.value())).state() : this;
            case IndicatorChanged e -> next.ledger(e.indicator(), e.to()).state();
            case EffectScheduled e -> next.pending(e.effect()).state();
            case EventOccurred e -> next.occurred(e).state();
            case PositionTaken e -> next.heard(e).state();
            case ReplyGiven e -> next.heard(e).state();
            case IssueDecided e ->
                next.decided(new Decided(e.issue(), e.choice(), turn)).state();
            case ActionAccepted e ->
                next.taken(new Taken(e.action(), turn, e.by())).state();
            case RuinReached _ -> next.ruined().state();
            case DeadlineReached e -> e.met() ? this : next.missed(e.deadline()).state();
            case SimulationEnded e ->
                next.ruined().ending(new Ending(e.reason(), e.name(), turn)).state();
            case DisagreementsNamed _,
                    IssueLeftOpen _,
                    ActionRejected _,
                    OutsideResponded _,
                    MinutesTaken _,
                    AnalysisGiven _,
                    TurnClosed _ -> this;
        };
    }

    /**
     * The present value of an indicator.
     *
     * @throws IllegalArgumentException if the ledger has no such line
     */
    public BigDecimal value(String indicator) {
        return ledger.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .map(IndicatorValue::value)
                .orElseThrow(() -> new IllegalArgumentException("The ledger has no indicator " + indicator));
    }

    /** The effects that land in a turn's world phase. */
    public List<PendingEffect> due(int someTurn) {
        return pending.stream().filter(effect -> effect.due() <= someTurn).toList();
    }

    /** Whether an action was ever taken. */
    public boolean hasTaken(String action) {
        return taken.stream().anyMatch(one -> one.action().equals(action));
    }
}
