package io.synthforce.api.experiment;

import io.synthforce.api.branch.Members;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what options are to be judged by: the name of an indicator, or an object of one member. */
final class Targets {

    private static final List<String> KINDS = List.of("indicator", "ruin", "decision", "stance", "proposition");
    private static final int LONGEST = 255;

    private final Scenario scenario;

    Targets(Scenario scenario) {
        this.scenario = scenario;
    }

    Target primary(WhatIfRequest.Outcome outcome) {
        Target target = outcome.primary() == null
                ? Target.of(scenario.world().indicators().getFirst())
                : read("body.outcome", "primary", outcome.primary());
        BigDecimal matters = outcome.matters();
        if (target.isShare() && matters != null && matters.compareTo(Target.SEEN) > 0) {
            throw new InvalidRequest(
                    "body.outcome.matters",
                    "less_than_equal",
                    "Shares differ by at most 100 points; input should be less than or equal to 100");
        }
        return target.with(direction(outcome.direction()).orElse(target.direction()), matters);
    }

    /** What is told beside the primary outcome. */
    List<Target> secondary(WhatIfRequest.Outcome outcome) {
        List<Target> targets = new ArrayList<>();
        for (Object asked : outcome.secondaryOrNone()) {
            targets.add(read("body.outcome.secondary", String.valueOf(targets.size()), asked));
        }
        return targets;
    }

    private static Optional<Direction> direction(@Nullable String word) {
        return Optional.ofNullable(word).map(said -> Direction.valueOf(said.toUpperCase(Locale.ROOT)));
    }

    private Target read(String field, String name, Object asked) {
        if (asked instanceof String indicator) {
            return indicator(field + "." + name, indicator);
        }
        Members members = new Members(field, Map.of()).object(name, asked);
        List<String> kinds = KINDS.stream().filter(members::has).toList();
        if (kinds.size() != 1) {
            throw new InvalidRequest(
                    field + "." + name,
                    "enum",
                    "Input should be the name of an indicator, or have one of the members " + String.join(", ", KINDS));
        }
        members.requireNoMore();
        String kind = kinds.getFirst();
        Object value = members.member(kind).orElseThrow(() -> members.missing(kind));
        return switch (kind) {
            case "indicator" ->
                indicator(
                        field + "." + name + ".indicator",
                        members.text(kind, LONGEST).orElseThrow());
            case "ruin" -> ruin(members, value);
            case "decision" -> decision(members.object(kind, value));
            case "stance" -> stance(members.object(kind, value));
            default -> proposition(members, kind);
        };
    }

    private Target indicator(String field, String id) {
        List<Indicator> indicators = scenario.world().indicators();
        return indicators.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Target::of)
                .orElseThrow(() -> new InvalidRequest(
                        field,
                        "enum",
                        oneOf(indicators.stream().map(Indicator::id).toList())));
    }

    private static Target ruin(Members members, Object value) {
        if (!Boolean.TRUE.equals(value)) {
            throw members.fault("ruin", "enum", oneOf(List.of("true")));
        }
        return Target.ruin();
    }

    private Target decision(Members members) {
        Issue issue = issue(members);
        List<String> choices = List.of(issue.option(), issue.alternative());
        String choice = named(members, "choice", choices);
        members.requireNoMore();
        return new Target.OfDecision(new Target.Choice(issue.id(), choice), Direction.UP, null);
    }

    private Target stance(Members members) {
        Issue issue = issue(members);
        List<String> seats = scenario.cast().stream().map(Seat::id).toList();
        String seat = members.member("seat").isEmpty() ? null : named(members, "seat", seats);
        members.requireNoMore();
        return new Target.OfStance(new Target.Held(issue.id(), seat), Direction.UP, null);
    }

    private static Target proposition(Members members, String kind) {
        String text = members.text(kind, Prompts.STATEMENT).orElseThrow();
        if (text.isBlank()) {
            throw members.fault(kind, "string_too_short", "Input should say something; it has only blanks");
        }
        return new Target.OfProposition(text.strip(), Direction.UP, null);
    }

    private Issue issue(Members members) {
        List<String> ids = scenario.issues().stream().map(Issue::id).toList();
        return scenario.issues().get(ids.indexOf(named(members, "issue", ids)));
    }

    private static String named(Members members, String member, List<String> possible) {
        String name = members.text(member, LONGEST).orElseThrow(() -> members.missing(member));
        if (!possible.contains(name)) {
            throw members.fault(member, "enum", oneOf(possible));
        }
        return name;
    }

    private static String oneOf(List<String> possible) {
        return "Input should be one of " + (possible.isEmpty() ? "none" : String.join(", ", possible));
    }
}
