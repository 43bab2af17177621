package io.synthforce.workflows.journal;

import io.synthforce.workflows.journal.SimulationEvent.*;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The bounded state after a turn: the fold of the journal, and all a next turn or a fork needs of it. Its size depends
 * on the world and the cast, never on how many turns were played.
 *
 * @param engine version of the rules that folded it
 * @param turn turns completed; while a turn is being played, that turn
 * @param pending effects that will land later
 * @param drawn values drawn at turn 0, which branches inherit
 * @param unlisted proposals outside the catalogue so far
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
        boolean ruined) {

    /** The engine this code is. A turn finishes under the engine it began with. */
    public static final int ENGINE = 1;

    public static final SimulationState BLANK =
            new SimulationState(ENGINE, 0, List.of(), List.of(), List.of(), List.of(), List.of(), 0, false);

    public SimulationState fold(List<SimulationEvent> events) {
        SimulationState state = this;
        for (SimulationEvent event : events) {
            state = state.fold(event);
        }
        return state;
    }

    public SimulationState fold(SimulationEvent event) {
        return switch (event) {
            case SimulationStarted e -> withEngine(e.engine()).withLedger(e.ledger());
            case SimulationForked e -> withoutSeats(e.left());
            case TurnOpened e -> opened(e.turn());
            case ValueDrawn e -> turn == 0 ? withDrawn(plus(drawn, new Drawn(e.stream(), e.value()))) : this;
            case IndicatorChanged e -> withLedger(replaced(e.indicator(), e.to()));
            case EffectScheduled e -> withPending(plus(pending, e.effect()));
            case PositionTaken e -> heard(e);
            case ReplyGiven e -> heard(e);
            case IssueDecided e -> decided(new Decided(e.issue(), e.choice(), turn));
            case RuinReached _ -> ruin();
            case EventOccurred _,
                    DisagreementsNamed _,
                    IssueLeftOpen _,
                    ActionAccepted _,
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

    private SimulationState opened(int newTurn) {
        List<PendingEffect> later =
                pending.stream().filter(effect -> effect.due() > newTurn).toList();
        return new SimulationState(engine, newTurn, ledger, later, stances, decisions, drawn, unlisted, ruined);
    }

    private SimulationState heard(PositionTaken position) {
        List<HeldStance> held = stances;
        for (Stance stance : position.stances()) {
            held = replacing(
                    held,
                    old -> isOf(old, position.seat(), stance.issue()),
                    new HeldStance(position.seat(), stance.issue(), stance.value(), stance.value()));
        }
        return withStances(held, unlisted + position.unlisted());
    }

    private SimulationState heard(ReplyGiven reply) {
        List<HeldStance> held = stances;
        for (Stance stance : reply.stances()) {
            int before = held.stream()
                    .filter(old -> isOf(old, reply.seat(), stance.issue()))
                    .findFirst()
                    .map(HeldStance::before)
                    .orElse(stance.value());
            held = replacing(
                    held,
                    old -> isOf(old, reply.seat(), stance.issue()),
                    new HeldStance(reply.seat(), stance.issue(), before, stance.value()));
        }
        return withStances(held, unlisted);
    }

    private SimulationState withoutSeats(List<String> left) {
        return withStances(
                stances.stream().filter(stance -> !left.contains(stance.seat())).toList(), unlisted);
    }

    private SimulationState decided(Decided decision) {
        List<Decided> all = replacing(decisions, old -> old.issue().equals(decision.issue()), decision);
        return new SimulationState(engine, turn, ledger, pending, stances, all, drawn, unlisted, ruined);
    }

    private SimulationState ruin() {
        return new SimulationState(engine, turn, ledger, pending, stances, decisions, drawn, unlisted, true);
    }

    private SimulationState withEngine(int newEngine) {
        return new SimulationState(newEngine, turn, ledger, pending, stances, decisions, drawn, unlisted, ruined);
    }

    private SimulationState withLedger(List<IndicatorValue> newLedger) {
        return new SimulationState(engine, turn, newLedger, pending, stances, decisions, drawn, unlisted, ruined);
    }

    private SimulationState withPending(List<PendingEffect> effects) {
        return new SimulationState(engine, turn, ledger, effects, stances, decisions, drawn, unlisted, ruined);
    }

    private SimulationState withDrawn(List<Drawn> values) {
        return new SimulationState(engine, turn, ledger, pending, stances, decisions, values, unlisted, ruined);
    }

    private SimulationState withStances(List<HeldStance> held, int newUnlisted) {
        return new SimulationState(engine, turn, ledger, pending, held, decisions, drawn, newUnlisted, ruined);
    }

    private List<IndicatorValue> replaced(String indicator, BigDecimal value) {
        return replacing(ledger, line -> line.indicator().equals(indicator), new IndicatorValue(indicator, value));
    }

    private static boolean isOf(HeldStance stance, String seat, String issue) {
        return stance.seat().equals(seat) && stance.issue().equals(issue);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /** The list with the matching item replaced in its place, or the item appended when none matches. */
    private static <T> List<T> replacing(List<T> list, Predicate<T> matches, T item) {
        if (list.stream().noneMatch(matches)) {
            return plus(list, item);
        }
        return list.stream().map(old -> matches.test(old) ? item : old).toList();
    }
}
