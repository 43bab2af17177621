package io.synthforce.workflows.experiment;

import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Indicator;

/**
 * How a target is named and measured.
 *
 * @param kind {@code indicator}, {@code ruin}, {@code decision}, {@code stance} or {@code proposition}
 * @param id in data: an indicator's own, {@code ruin}, {@code decision:issue=choice}, {@code stance:issue} of all or
 *     {@code stance:issue@seat}, {@code proposition:text}
 * @param name for people
 * @param unit of the level; a share is told in per cent of the runs
 * @param apart unit of differences, which are points where shares are compared
 */
public record Measure(String kind, String id, String name, String unit, String apart) {

    /** @param scenario of the simulation that was forked */
    public static Measure of(Target target, Scenario scenario) {
        return switch (target) {
            case Target.OfIndicator one -> {
                Indicator indicator = scenario.world().indicator(one.indicator());
                yield new Measure("indicator", indicator.id(), indicator.name(), indicator.unit(), indicator.unit());
            }
            case Target.OfRuin _ -> share("ruin", "ruin", "share of runs that were ruined");
            case Target.OfDecision one -> decision(one.decision(), scenario);
            case Target.OfStance one -> stance(one.stance(), scenario);
            case Target.OfProposition one ->
                share(
                        "proposition",
                        proposition(one.proposition()),
                        "share of runs of which “%s” holds".formatted(one.proposition()));
        };
    }

    private static Measure decision(Target.Choice decision, Scenario scenario) {
        return share(
                "decision",
                decision(decision.issue(), decision.choice()),
                "share of runs that decided “%s” on “%s”"
                        .formatted(decision.choice(), question(scenario, decision.issue())));
    }

    private static Measure stance(Target.Held stance, Scenario scenario) {
        String seat = stance.seat();
        return new Measure(
                "stance",
                seat == null ? stance(stance.issue()) : stance(stance.issue(), seat),
                "stance of %s on “%s” (−2 to 2)"
                        .formatted(seat == null ? "all" : name(scenario, seat), question(scenario, stance.issue())),
                "points",
                "points");
    }

    /** The id of an issue's standing decision. */
    public static String decision(String issue, String choice) {
        return "decision:%s=%s".formatted(issue, choice);
    }

    /** The id of the mean stance of all. */
    public static String stance(String issue) {
        return "stance:" + issue;
    }

    /** The id of one seat's stance. */
    public static String stance(String issue, String seat) {
        return "stance:%s@%s".formatted(issue, seat);
    }

    /** The id of a judged sentence. */
    public static String proposition(String text) {
        return "proposition:" + text;
    }

    private static Measure share(String kind, String id, String name) {
        return new Measure(kind, id, name, "%", "points");
    }

    private static String question(Scenario scenario, String id) {
        return scenario.issues().stream()
                .filter(issue -> issue.id().equals(id))
                .findFirst()
                .map(Issue::question)
                .orElse(id);
    }

    private static String name(Scenario scenario, String id) {
        return scenario.cast().stream()
                .filter(seat -> seat.id().equals(id))
                .findFirst()
                .map(Seat::name)
                .orElse(id);
    }
}
