package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected.Rejection;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.IssueLeftOpen;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Code decides: issues by their rule, actions by authority, exclusion and cost. */
final class DecisionPhase {

    private final World world;
    private final Effects effects;
    private final TurnLog log;
    private final int turn;

    DecisionPhase(World world, Draws draws, TurnLog log, int turn) {
        this.world = world;
        this.effects = new Effects(log, draws, turn);
        this.log = log;
        this.turn = turn;
    }

    /** @return the actions that are taken */
    List<String> play(List<Issue> issues, List<Voice> voices) {
        issues.forEach(issue -> settle(issue, voices));
        List<String> accepted = new ArrayList<>();
        world.actions().stream()
                .map(action -> new Proposal(action, proposersOf(action, voices)))
                .filter(proposal -> !proposal.seats().isEmpty())
                .sorted(Comparator.comparingInt(Proposal::weight).reversed())
                .filter(proposal -> order(proposal.action(), proposal.seats(), accepted))
                .forEach(proposal -> accepted.add(proposal.action().id()));
        return accepted;
    }

    /** An action and who proposes it, in speaking order. Where two exclude each other, the weightier one is taken. */
    private record Proposal(ActionType action, List<Seat> seats) {

        int weight() {
            return seats.stream()
                    .filter(seat -> action.mayBeOrderedBy(seat.role()))
                    .mapToInt(Seat::priority)
                    .max()
                    .orElse(-1);
        }
    }

    private static List<Seat> proposersOf(ActionType action, List<Voice> voices) {
        return voices.stream()
                .filter(voice -> voice.actions().contains(action.id()))
                .map(Voice::seat)
                .toList();
    }

    private void settle(Issue issue, List<Voice> voices) {
        Tally tally = Tally.of(issue, voices);
        Optional<String> choice = tally.choice();
        log.record(
                choice.isPresent()
                        ? new IssueDecided(issue.id(), choice.get(), issue.rule(), tally.pro(), tally.contra())
                        : new IssueLeftOpen(issue.id(), issue.rule(), tally.pro(), tally.contra()));
    }

    private boolean order(ActionType action, List<Seat> proposers, List<String> accepted) {
        List<String> seats = proposers.stream().map(Seat::id).toList();
        Rejection rejection = rejection(action, proposers, accepted);
        if (rejection != null) {
            log.record(new ActionRejected(action.id(), seats, rejection));
            return false;
        }
        String by = proposers.stream()
                .filter(seat -> action.mayBeOrderedBy(seat.role()))
                .findFirst()
                .map(Seat::id)
                .orElse(null);
        log.record(new ActionAccepted(action.id(), seats, action.cost(), by));
        Cause cause = new Cause(Cause.Kind.ACTION, action.id(), turn, by);
        log.change(action.costIndicator(), action.cost().negate(), cause);
        effects.cause(action.effects(), cause);
        return true;
    }

    private @Nullable Rejection rejection(ActionType action, List<Seat> proposers, List<String> accepted) {
        if (proposers.stream().noneMatch(seat -> action.mayBeOrderedBy(seat.role()))) {
            return Rejection.NO_AUTHORITY;
        }
        if (action.once() && log.state().hasTaken(action.id())) {
            return Rejection.ALREADY_TAKEN;
        }
        if (accepted.stream().anyMatch(other -> exclude(action, other))) {
            return Rejection.EXCLUDED;
        }
        return canPay(action) ? null : Rejection.UNAFFORDABLE;
    }

    /** What is free is always affordable; a cost that a lower bound would swallow in part is not. */
    private boolean canPay(ActionType action) {
        BigDecimal left = log.state().value(action.costIndicator()).subtract(action.cost());
        BigDecimal bounded = world.indicator(action.costIndicator()).clamp(left);
        return action.cost().signum() <= 0 || (left.signum() >= 0 && bounded.compareTo(left) == 0);
    }

    private boolean exclude(ActionType action, String other) {
        return action.excludes().contains(other)
                || world.action(other).stream().anyMatch(o -> o.excludes().contains(action.id()));
    }
}
