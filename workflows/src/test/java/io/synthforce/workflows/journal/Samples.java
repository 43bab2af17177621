package io.synthforce.workflows.journal;

import io.synthforce.workflows.journal.SimulationEvent.*;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected.Rejection;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred.Origin;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Visibility;
import java.util.List;

/** One event of every type. */
public final class Samples {

    private static final Answer ANSWER = Answer.ok("e3b0c44298fc1c149afbf4c8996fb924");
    private static final Cause CAUSE = new Cause(Cause.Kind.ACTION, "launch_campaign", 1);
    private static final List<Stance> STANCES = List.of(new Stance("price", -2), new Stance("hiring", 1));

    private Samples() {}

    public static List<SimulationEvent> events() {
        return List.of(
                new SimulationStarted("hash", 1, List.of(new IndicatorValue("cash", Quantity.of(500)))),
                new SimulationForked(4, "snapshot", "scenario", List.of("sales")),
                new TurnOpened(1, "hash", List.of("ceo", "pm")),
                new ValueDrawn("event/demand_shift/customers", Quantity.of(-12.5)),
                new EventOccurred("demand_shift", Origin.DRAWN, new Visibility(Visibility.Scope.PRIVATE, "ceo")),
                new IndicatorChanged("cash", Quantity.of(500), Quantity.of(440), CAUSE),
                new EffectScheduled(new PendingEffect("customers", Quantity.of(81.2345), 3, CAUSE)),
                new PositionTaken("ceo", ANSWER, STANCES, 80, List.of("launch_campaign"), 2, List.of("pm")),
                new DisagreementsNamed(
                        1, ANSWER, List.of(new Disagreement("d1", "price", List.of("ceo", "pm"), List.of("pm")))),
                new ReplyGiven("pm", 1, "d1", ANSWER, STANCES, 60, List.of(), List.of("ceo"), true),
                new IssueDecided("price", "yes", DecisionRule.MAJORITY, 4, 3),
                new IssueLeftOpen("hiring", DecisionRule.CEO, 1, 1),
                new ActionAccepted("launch_campaign", List.of("ceo", "pm"), Quantity.of(60), "ceo"),
                new ActionRejected("freeze_spending", List.of("pm"), Rejection.NO_AUTHORITY),
                new OutsideResponded("competitor", "counter_offer", "launch_campaign", null, null),
                new RuinReached("cash", Quantity.of(-3)),
                new DeadlineReached("launch", false, "scope", Quantity.of(80)),
                new SimulationEnded(Ending.Kind.DEADLINE, "launch"),
                new MinutesTaken(ANSWER),
                new AnalysisGiven(Answer.degraded("no answer")),
                new TurnClosed(1));
    }
}
