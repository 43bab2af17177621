package io.synthforce.api.turn;

import io.synthforce.api.turn.WorldAnswer.Action;
import io.synthforce.api.turn.WorldAnswer.Cause;
import io.synthforce.api.turn.WorldAnswer.Change;
import io.synthforce.api.turn.WorldAnswer.DeadlineOutcome;
import io.synthforce.api.turn.WorldAnswer.Decision;
import io.synthforce.api.turn.WorldAnswer.Event;
import io.synthforce.api.turn.WorldAnswer.Line;
import io.synthforce.api.turn.WorldAnswer.Outside;
import io.synthforce.api.wire.Words;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.DeadlineReached;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.IssueLeftOpen;
import io.synthforce.workflows.journal.SimulationEvent.OutsideResponded;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Deadline;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together what happened in the world in a turn, with the names that the events refer to. */
final class WorldAnswers {

    private final PlayedTurn turn;
    private final World world;

    WorldAnswers(PlayedTurn turn) {
        this.turn = turn;
        this.world = turn.scenario().world();
    }

    WorldAnswer answer() {
        return new WorldAnswer(
                turn.scenario().clock().dateOf(turn.row().turn()),
                world.indicators().stream().map(this::line).toList(),
                turn.events(IndicatorChanged.class).map(WorldAnswers::change).toList(),
                turn.events(EventOccurred.class).map(this::event).toList(),
                some(this::decision),
                some(this::action),
                turn.events(OutsideResponded.class).map(this::outside).toList(),
                turn.events(DeadlineReached.class).map(this::deadline).toList(),
                turn.after().ruined(),
                EndingAnswer.of(turn.after().ending()));
    }

    private <T> List<T> some(Function<SimulationEvent, Stream<T>> reading) {
        return turn.events().stream().flatMap(reading).toList();
    }

    private Line line(Indicator indicator) {
        return new Line(
                indicator.id(),
                indicator.name(),
                indicator.unit(),
                turn.before().value(indicator.id()),
                turn.after().value(indicator.id()));
    }

    private static Change change(IndicatorChanged e) {
        return new Change(e.indicator(), e.from(), e.to(), Cause.of(e.cause()));
    }

    private Event event(EventOccurred e) {
        String description = world.event(e.event())
                .map(WorldEvent::description)
                .or(() -> turn.row().inputs().textOf(e.event()))
                .orElse(e.event());
        return new Event(
                e.event(),
                description,
                Words.of(e.origin()),
                Words.of(e.visibility().scope()));
    }

    private Stream<Decision> decision(SimulationEvent event) {
        return switch (event) {
            case IssueDecided e ->
                Stream.of(new Decision(
                        e.issue(), question(e.issue()), e.choice(), Words.of(e.rule()), e.pro(), e.contra()));
            case IssueLeftOpen e ->
                Stream.of(new Decision(e.issue(), question(e.issue()), null, Words.of(e.rule()), e.pro(), e.contra()));
            default -> Stream.empty();
        };
    }

    private Stream<Action> action(SimulationEvent event) {
        return switch (event) {
            case ActionAccepted e ->
                Stream.of(new Action(e.action(), described(e.action()), true, null, e.seats(), e.by()));
            case ActionRejected e ->
                Stream.of(new Action(e.action(), described(e.action()), false, Words.of(e.reason()), e.seats(), null));
            default -> Stream.empty();
        };
    }

    private Outside outside(OutsideResponded e) {
        Optional<OutsideActor> actor = world.actor(e.actor());
        String move = actor.stream()
                .flatMap(known -> known.responses().stream())
                .filter(response -> response.move().equals(e.move()))
                .map(OutsideActor.Response::description)
                .findFirst()
                .orElse(e.move());
        return new Outside(
                e.actor(),
                actor.map(OutsideActor::name).orElse(e.actor()),
                e.move(),
                move,
                e.toAction(),
                e.toEvent(),
                e.toIndicator());
    }

    private DeadlineOutcome deadline(DeadlineReached e) {
        String description =
                world.deadline(e.deadline()).map(Deadline::description).orElse(e.deadline());
        return new DeadlineOutcome(e.deadline(), description, e.met(), e.indicator(), e.value());
    }

    private String described(String action) {
        return world.action(action).map(ActionType::description).orElse(action);
    }

    private String question(String issue) {
        return turn.scenario().issues().stream()
                .filter(known -> known.id().equals(issue))
                .map(Issue::question)
                .findFirst()
                .orElse(issue);
    }
}
