package io.synthforce.workflows.contribution;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected.Rejection;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.plan.Dropped;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.plan.Task;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what the seats did in a turn. Replies that were asked for and given up count as asked, not as given. */
public final class Contributions {

    private final int turn;
    private final List<SimulationEvent> events;
    private final Plan plan;

    private Contributions(int turn, List<SimulationEvent> events, Plan plan) {
        this.turn = turn;
        this.events = events;
        this.plan = plan;
    }

    /**
     * @param plan after the turn
     * @param heard the seats that gave a position; the others have no metrics
     * @return by seat
     */
    public static Map<String, AgentMetrics> of(int turn, List<SimulationEvent> events, Plan plan, List<Heard> heard) {
        Contributions contributions = new Contributions(turn, events, plan);
        Map<String, AgentMetrics> metrics = new TreeMap<>();
        heard.forEach(seat -> metrics.put(
                seat.seat(), AgentMetrics.of(contributions.participation(seat.seat()), plan.of(seat.seat()), seat)));
        return metrics;
    }

    private Participation participation(String seat) {
        Set<String> addressed = addressed(seat);
        Set<String> colleagues = new LinkedHashSet<>(addressed);
        speakers().filter(other -> addressed(other).contains(seat)).forEach(colleagues::add);
        colleagues.remove(seat);
        return new Participation(
                (int) speakers().filter(other -> !other.equals(seat)).count(),
                colleagues.size(),
                addressed.size(),
                count(ReplyGiven.class, reply -> reply.seat().equals(seat)),
                count(
                        ReplyGiven.class,
                        reply -> reply.seat().equals(seat) && reply.answer().given()),
                count(ActionAccepted.class, action -> action.seats().contains(seat)),
                count(ActionRejected.class, action -> action.seats().contains(seat)),
                count(
                        ActionRejected.class,
                        action -> action.seats().contains(seat) && action.reason() == Rejection.NO_AUTHORITY),
                proposals(seat),
                (int) speakers()
                        .flatMap(other -> stances(other).keySet().stream())
                        .distinct()
                        .count(),
                (int) stances(seat).values().stream()
                        .filter(stance -> stance != 0)
                        .count(),
                namedTasks(seat),
                namedTasks(seat) - unsoundTasks(seat));
    }

    private int proposals(String seat) {
        return all(PositionTaken.class)
                        .filter(position -> position.seat().equals(seat))
                        .mapToInt(position -> position.actions().size() + position.unlisted())
                        .sum()
                + all(ReplyGiven.class)
                        .filter(reply -> reply.seat().equals(seat))
                        .mapToInt(reply -> reply.actions().size())
                        .sum();
    }

    /** Tasks that were kept, and those that were dropped whole. */
    private int namedTasks(String seat) {
        int kept = (int) plan.of(seat).stream().filter(this::isNamed).count();
        return kept
                + (int) dropped(seat).filter(dropped -> dropped.item() == null).count();
    }

    private int unsoundTasks(String seat) {
        int whole =
                (int) dropped(seat).filter(dropped -> dropped.item() == null).count();
        return whole
                + (int) dropped(seat)
                        .filter(dropped -> dropped.item() != null)
                        .map(Dropped::task)
                        .distinct()
                        .filter(id -> plan.of(seat).stream()
                                .anyMatch(task -> task.id().equals(id) && isNamed(task)))
                        .count();
    }

    private boolean isNamed(Task task) {
        return task.named() == turn;
    }

    private Stream<Dropped> dropped(String seat) {
        return plan.dropped().stream().filter(dropped -> dropped.seat().equals(seat));
    }

    private Stream<String> speakers() {
        return all(TurnOpened.class).flatMap(opened -> opened.speakers().stream());
    }

    private Set<String> addressed(String seat) {
        Set<String> addressed = new LinkedHashSet<>();
        said(seat, PositionTaken::directedTo, ReplyGiven::directedTo).forEach(addressed::addAll);
        return addressed;
    }

    /** By issue, as they stood after the discussion. */
    private Map<String, Integer> stances(String seat) {
        Map<String, Integer> stances = new LinkedHashMap<>();
        said(seat, PositionTaken::stances, ReplyGiven::stances)
                .flatMap(List::stream)
                .forEach((Stance stance) -> stances.put(stance.issue(), stance.value()));
        return stances;
    }

    /** What a seat said in its position, then in its replies. */
    private <T> Stream<T> said(String seat, Function<PositionTaken, T> position, Function<ReplyGiven, T> reply) {
        return Stream.concat(
                all(PositionTaken.class)
                        .filter(taken -> taken.seat().equals(seat))
                        .map(position),
                all(ReplyGiven.class).filter(given -> given.seat().equals(seat)).map(reply));
    }

    private <E extends SimulationEvent> int count(Class<E> type, Predicate<E> which) {
        return (int) all(type).filter(which).count();
    }

    private <E extends SimulationEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }
}
