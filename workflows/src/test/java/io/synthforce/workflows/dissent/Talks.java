package io.synthforce.workflows.dissent;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.DecisionRule;
import java.util.ArrayList;
import java.util.List;

/** A turn about the price, told as what everyone thought first and whom somebody moved. */
public final class Talks {

    private static final String ISSUE = "price";

    private final int turn;
    private final List<SimulationEvent> events = new ArrayList<>();

    private Talks(int turn) {
        this.turn = turn;
    }

    public static Talks in(int turn) {
        return new Talks(turn);
    }

    public Talks thinks(String seat, int stance) {
        events.add(new PositionTaken(
                seat,
                Answer.ok("h"),
                List.of(new Stance(ISSUE, stance)),
                50,
                List.of("launch_campaign"),
                0,
                List.of()));
        return this;
    }

    public Talks isSilent(String seat) {
        events.add(PositionTaken.degraded(seat, "no answer"));
        return this;
    }

    public Talks disagree(String one, String other) {
        return disagreeOn(ISSUE, one, other);
    }

    Talks disagreeOn(String issue, String one, String other) {
        events.add(new DisagreementsNamed(
                1, Answer.ok("h"), List.of(new Disagreement("d1", issue, List.of(one, other), List.of(one)))));
        return this;
    }

    public Talks replies(String seat, int stance, boolean conceded) {
        events.add(new ReplyGiven(
                seat, 1, "d1", Answer.ok("h"), List.of(new Stance(ISSUE, stance)), 50, List.of(), List.of(), conceded));
        return this;
    }

    public PlayedTurn decided(String choice, DecisionRule rule) {
        events.add(new IssueDecided(ISSUE, choice, rule, 1, 1));
        return new PlayedTurn(turn, events);
    }

    public PlayedTurn undecided() {
        return new PlayedTurn(turn, events);
    }
}
