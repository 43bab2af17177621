package io.synthforce.workflows.journal;

import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred.Origin;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A state on its way to the next one. */
final class NextState {

    private int engine;
    private int turn;
    private List<IndicatorValue> ledger;
    private List<PendingEffect> pending;
    private List<HeldStance> stances;
    private List<Decided> decisions;
    private List<Drawn> drawn;
    private int unlisted;
    private boolean ruined;
    private List<Taken> taken;
    private List<String> occurred;
    private List<String> missed;
    private @Nullable Ending ending;

    NextState(SimulationState before) {
        this.engine = before.engine();
        this.turn = before.turn();
        this.ledger = before.ledger();
        this.pending = before.pending();
        this.stances = before.stances();
        this.decisions = before.decisions();
        this.drawn = before.drawn();
        this.unlisted = before.unlisted();
        this.ruined = before.ruined();
        this.taken = before.taken();
        this.occurred = before.occurred();
        this.missed = before.missed();
        this.ending = before.ending();
    }

    SimulationState state() {
        return new SimulationState(
                engine, turn, ledger, pending, stances, decisions, drawn, unlisted, ruined, taken, occurred, missed,
                ending);
    }

    NextState engine(int newEngine) {
        engine = newEngine;
        return this;
    }

    NextState opened(int newTurn) {
        turn = newTurn;
        pending = pending.stream().filter(effect -> effect.due() > newTurn).toList();
        return this;
    }

    NextState ledger(List<IndicatorValue> newLedger) {
        ledger = newLedger;
        return this;
    }

    NextState ledger(String indicator, BigDecimal value) {
        ledger = replacing(ledger, line -> line.indicator().equals(indicator), new IndicatorValue(indicator, value));
        return this;
    }

    NextState pending(PendingEffect effect) {
        pending = plus(pending, effect);
        return this;
    }

    NextState drawn(Drawn value) {
        drawn = replacing(drawn, old -> old.stream().equals(value.stream()), value);
        return this;
    }

    /** Events in a user's own words are not of the catalogue: they are not kept, or a snapshot would grow. */
    NextState occurred(EventOccurred event) {
        boolean listed = event.origin() != Origin.INJECTED || !event.event().contains("/");
        if (listed && !occurred.contains(event.event())) {
            occurred = plus(occurred, event.event());
        }
        return this;
    }

    NextState heard(PositionTaken position) {
        for (Stance stance : position.stances()) {
            hold(new HeldStance(position.seat(), stance.issue(), stance.value(), stance.value()));
        }
        unlisted += position.unlisted();
        return this;
    }

    NextState heard(ReplyGiven reply) {
        for (Stance stance : reply.stances()) {
            int before = stances.stream()
                    .filter(old -> isOf(old, reply.seat(), stance.issue()))
                    .findFirst()
                    .map(HeldStance::before)
                    .orElse(stance.value());
            hold(new HeldStance(reply.seat(), stance.issue(), before, stance.value()));
        }
        return this;
    }

    private void hold(HeldStance stance) {
        stances = replacing(stances, old -> isOf(old, stance.seat(), stance.issue()), stance);
    }

    NextState withoutSeats(List<String> left) {
        stances =
                stances.stream().filter(stance -> !left.contains(stance.seat())).toList();
        return this;
    }

    NextState decided(Decided decision) {
        decisions = replacing(decisions, old -> old.issue().equals(decision.issue()), decision);
        return this;
    }

    NextState taken(Taken action) {
        taken = replacing(taken, old -> old.action().equals(action.action()), action);
        return this;
    }

    NextState ruined() {
        ruined = true;
        return this;
    }

    NextState missed(String deadline) {
        missed = plus(missed, deadline);
        return this;
    }

    NextState ending(@Nullable Ending reason) {
        ending = reason;
        return this;
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
