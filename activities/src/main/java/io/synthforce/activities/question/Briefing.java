package io.synthforce.activities.question;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.activities.groq.Message;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.IssueLeftOpen;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Traits;
import io.synthforce.workflows.turn.Settlement;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The parts prompts are put together from. What stays the same over a simulation comes first, so that a provider's
 * prompt cache can serve it; numbers are the ledger's, never a model's.
 */
final class Briefing {

    private Briefing() {}

    static Message agent(Scene scene) {
        Seat seat = scene.seat();
        Role role = Scene.role(seat);
        Direction told = scene.scenario().direction(seat.id());
        return Message.system("""
            You are the %s (seat %s, role %s) of the company in this scenario.

            %s

            Your temper: %s.
            Your capabilities: %s.

            %sSpeak as this person, in the first person, plainly and briefly. Stay with what you can know. \
            Numbers are only those of the ledger and of the scenario; do not invent any. \
            You may disagree with anyone. Answer with one JSON object of the given schema and nothing else.\
            """.formatted(
                        seat.name(),
                        seat.id(),
                        seat.role(),
                        requireNonNullElse(told.persona(), role.persona()),
                        temper(role.personalityTraits()),
                        String.join(", ", role.capabilities()).replace('_', ' '),
                        directions(told)));
    }

    /** What only this seat was told, a line each. */
    private static String directions(Direction told) {
        String goals = told.goals().isEmpty() ? "" : "Your goals: " + String.join("; ", told.goals()) + ".\n";
        return told.knows().isEmpty() ? goals : goals + "What you alone know: " + Json.write(told.knows()) + "\n";
    }

    static Message coordinator(String duty) {
        return Message.system("""
            You are the coordinator of this simulation. %s You take no side and add no facts of your own. \
            Answer with one JSON object of the given schema and nothing else.\
            """.formatted(duty));
    }

    /** What every call of a simulation is told first. */
    static Sections setting(Scene scene) {
        return new Sections()
                .add("Scenario", scene.scenario().text())
                .lines(
                        "Issues to decide",
                        scene.scenario().issues().stream()
                                .map(i -> "%s: %s Options: %s | %s"
                                        .formatted(i.id(), i.question(), i.option(), i.alternative()))
                                .toList())
                .lines(
                        "Actions you can choose",
                        scene.scenario().world().actions().stream()
                                .map(a -> "%s: %s. Cost %s, may be ordered by %s"
                                        .formatted(
                                                a.id(),
                                                a.description(),
                                                a.cost().stripTrailingZeros().toPlainString(),
                                                a.authority().isEmpty() ? "anyone" : String.join(", ", a.authority())))
                                .toList())
                .lines(
                        "The team",
                        scene.inputs().speakers().stream()
                                .map(seat -> seat.id() + ": " + seat.name())
                                .toList())
                .add("Context", context(scene));
    }

    /** What this turn brought, as far as a role may know it. */
    static Sections situation(Scene scene, String role) {
        Sections known = setting(scene)
                .add("Turn", turn(scene))
                .lines("Ledger", ledger(scene))
                .lines("Events you know of", events(scene, role))
                .lines("Decided so far", decisions(scene))
                .add(
                        "Minutes of the last turn",
                        Quoted.upTo(Prompts.MINUTES, requireNonNullElse(scene.lastMinutes(), "")));
        return Remembering.add(known, scene)
                .add("Input from the user", requireNonNullElse(scene.inputs().userInput(), ""));
    }

    /** The situation with all that was said and decided in the turn. */
    static Sections discussion(Scene scene, String role) {
        return situation(scene, role)
                .add("Discussion", Transcript.whole(scene))
                .lines("What was decided and what happened (facts)", facts(scene, role));
    }

    static String turn(Scene scene) {
        return "Turn %d of %d, %s"
                .formatted(
                        scene.turn(),
                        scene.scenario().settings().maxTurns(),
                        scene.scenario().clock().dateOf(scene.turn()));
    }

    /** What the world did and code decided in the turn, in words, as far as a role may know it. */
    private static List<String> facts(Scene scene, String role) {
        return Settlement.facts(scene.plot(), scene.before().state(), scene.played(), Transcript.said(scene)).stream()
                .flatMap(fact -> inWords(scene, fact, role))
                .toList();
    }

    private static Stream<String> inWords(Scene scene, SimulationEvent fact, String role) {
        return switch (fact) {
            case EventOccurred e ->
                e.visibility().toRole(role) ? Stream.of("event: " + description(scene, e.event())) : Stream.empty();
            case IndicatorChanged e ->
                Stream.of("%s: %s to %s by %s"
                        .formatted(e.indicator(), plain(e.from()), plain(e.to()), cause(scene, e.cause(), role)));
            case IssueDecided e ->
                Stream.of("%s decided: %s (%d for, %d against)".formatted(e.issue(), e.choice(), e.pro(), e.contra()));
            case IssueLeftOpen e ->
                Stream.of("%s left open (%d for, %d against)".formatted(e.issue(), e.pro(), e.contra()));
            case ActionAccepted e -> Stream.of("action taken: " + e.action());
            case ActionRejected e ->
                Stream.of("action not taken: %s (%s)"
                        .formatted(e.action(), e.reason().name().toLowerCase(Locale.ROOT)));
            case OutsideResponded e -> Stream.of("%s answered %s with %s".formatted(e.actor(), e.toAction(), e.move()));
            case RuinReached e -> Stream.of("RUIN: %s is %s".formatted(e.indicator(), plain(e.value())));
            case SimulationEvent other -> Stream.empty();
        };
    }

    /** The numbers are everybody's; what moved them is not, where it is an event that is private to another role. */
    private static String cause(Scene scene, Cause cause, String role) {
        boolean known = scene.scenario()
                .world()
                .event(cause.name())
                .filter(event -> cause.kind() == Cause.Kind.EVENT)
                .map(event -> event.visibility().toRole(role))
                .orElse(true);
        return known ? cause.kind().name().toLowerCase(Locale.ROOT) + " " + cause.name() : "an event";
    }

    private static String context(Scene scene) {
        Map<String, Object> context = new LinkedHashMap<>(scene.scenario().initialContext());
        context.putAll(scene.inputs().contextOverride());
        return context.isEmpty() ? "" : Json.write(context);
    }

    private static List<String> ledger(Scene scene) {
        return scene.opening().state().ledger().stream()
                .map(line -> line(scene, line))
                .toList();
    }

    private static String line(Scene scene, IndicatorValue line) {
        BigDecimal before = scene.before().state().value(line.indicator());
        String unit = scene.scenario().world().indicator(line.indicator()).unit();
        return "%s: %s %s (was %s)".formatted(line.indicator(), plain(line.value()), unit, plain(before));
    }

    private static List<String> events(Scene scene, String role) {
        return scene.opening().events().stream()
                .filter(e -> e instanceof EventOccurred o && o.visibility().toRole(role))
                .map(e -> description(scene, ((EventOccurred) e).event()))
                .toList();
    }

    private static String description(Scene scene, String event) {
        return scene.scenario()
                .world()
                .event(event)
                .map(WorldEvent::description)
                .or(() -> scene.inputs().textOf(event))
                .orElse(event);
    }

    private static List<String> decisions(Scene scene) {
        return scene.before().state().decisions().stream()
                .map(d -> "%s: %s (turn %d)".formatted(d.issue(), d.choice(), d.turn()))
                .toList();
    }

    private static String temper(Traits traits) {
        return "assertiveness %s, analytical %s, collaborative %s, creative %s, detail oriented %s"
                .formatted(
                        traits.assertiveness(),
                        traits.analytical(),
                        traits.collaborative(),
                        traits.creative(),
                        traits.detailOriented());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
