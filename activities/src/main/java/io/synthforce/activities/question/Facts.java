package io.synthforce.activities.question;

import static io.synthforce.activities.question.Catalogue.plain;

import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.DeadlineReached;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.IssueLeftOpen;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.journal.SimulationEvent.SimulationEnded;
import io.synthforce.workflows.turn.Settlement;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What the world did and code decided, in words, as far as a role may know it. */
final class Facts {

    private final Scene scene;
    private final World world;
    private final String role;
    private final Causes causes;

    Facts(Scene scene, String role) {
        this.scene = scene;
        this.world = scene.scenario().world();
        this.role = role;
        this.causes = new Causes(world, role);
    }

    /** The whole turn's, with what was decided. */
    List<String> ofTurn() {
        return Settlement.facts(scene.plot(), scene.before().state(), scene.played(), Transcript.said(scene)).stream()
                .flatMap(this::inWords)
                .toList();
    }

    /** The numbers as the turn opened, with what moved them since the last one. */
    List<String> ledger() {
        return scene.opening().state().ledger().stream()
                .map(line -> {
                    List<String> why = new ArrayList<>();
                    why.add("was " + plain(scene.before().state().value(line.indicator())));
                    String moved = String.join(", ", changes(line.indicator()));
                    if (!moved.isEmpty()) {
                        why.add(moved);
                    }
                    String unit = world.indicator(line.indicator()).unit();
                    return "%s: %s %s (%s)"
                            .formatted(line.indicator(), plain(line.value()), unit, String.join("; ", why));
                })
                .toList();
    }

    private List<String> changes(String indicator) {
        return causes.of(scene.opening().events().stream()
                .filter(IndicatorChanged.class::isInstance)
                .map(IndicatorChanged.class::cast)
                .filter(change -> change.indicator().equals(indicator))
                .toList());
    }

    /** What happened as the turn opened. */
    List<String> events() {
        return scene.opening().events().stream()
                .filter(e -> e instanceof EventOccurred o && o.visibility().toRole(role))
                .map(e -> description(((EventOccurred) e).event()))
                .toList();
    }

    /** What the seat ordered and is not over: it is told when and on what it acts, not how much. */
    List<String> actionsUnderWay() {
        String seat = scene.call().key().seat();
        return scene.before().state().pending().stream()
                .filter(effect -> seat.equals(effect.cause().by()))
                .map(this::underWay)
                .distinct()
                .limit(Prompts.UNDER_WAY)
                .toList();
    }

    private String underWay(PendingEffect effect) {
        Cause cause = effect.cause();
        return "%s of turn %d: acts on %s %s"
                .formatted(
                        cause.name(),
                        cause.turn(),
                        effect.indicator(),
                        effect.due() <= scene.turn() ? "now" : "in turn " + effect.due());
    }

    private Stream<String> inWords(SimulationEvent fact) {
        return switch (fact) {
            case EventOccurred e ->
                e.visibility().toRole(role) ? Stream.of("event: " + description(e.event())) : Stream.empty();
            case IndicatorChanged e when world.indicator(e.indicator()).derived() -> Stream.empty();
            case IndicatorChanged e ->
                Stream.of("%s: %s to %s by %s"
                        .formatted(e.indicator(), plain(e.from()), plain(e.to()), causes.of(e.cause())));
            case IssueDecided e ->
                Stream.of("%s decided: %s (%d for, %d against)".formatted(e.issue(), e.choice(), e.pro(), e.contra()));
            case IssueLeftOpen e ->
                Stream.of("%s left open (%d for, %d against)".formatted(e.issue(), e.pro(), e.contra()));
            case ActionAccepted e -> Stream.of("action taken: " + e.action());
            case ActionRejected e ->
                Stream.of("action not taken: %s (%s)"
                        .formatted(e.action(), e.reason().name().toLowerCase(Locale.ROOT)));
            case OutsideResponded e -> Stream.of(outside(e));
            case RuinReached e -> Stream.of("RUIN: %s is %s".formatted(e.indicator(), plain(e.value())));
            case DeadlineReached e -> Stream.of(deadline(e));
            case SimulationEnded e -> Stream.of("THE END: this was the last turn, for " + e.name());
            case SimulationEvent other -> Stream.empty();
        };
    }

    private static String outside(OutsideResponded e) {
        String to = Stream.of(e.toAction(), e.toEvent(), e.toIndicator())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return to.isEmpty()
                ? "%s made its move %s".formatted(e.actor(), e.move())
                : "%s answered %s with %s".formatted(e.actor(), to, e.move());
    }

    private String deadline(DeadlineReached e) {
        BigDecimal value = e.value();
        return "deadline %s %s: %s is %s"
                .formatted(e.deadline(), e.met() ? "met" : "MISSED", e.indicator(), plain(value));
    }

    private String description(String event) {
        return world.event(event)
                .map(WorldEvent::description)
                .or(() -> scene.inputs().textOf(event))
                .orElse(event);
    }
}
