package io.synthforce.workflows.dissent;

import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps who stood against what was decided. An issue left open has no dissent yet: nothing was decided against anybody. */
public final class DissentRegister {

    private final List<Issue> issues;
    private final List<Seat> cast;

    public DissentRegister(List<Issue> issues, List<Seat> cast) {
        this.issues = List.copyOf(issues);
        this.cast = List.copyOf(cast);
    }

    /** @param turns in order, from the first on: how long a dissent is open cannot be told of a part */
    public List<Dissent> of(List<PlayedTurn> turns) {
        List<Dissent> register = new ArrayList<>();
        Map<String, Integer> since = new LinkedHashMap<>();
        for (PlayedTurn turn : turns) {
            turn.all(IssueDecided.class).forEach(decided -> register(turn, decided, since, register));
        }
        return List.copyOf(register);
    }

    private void register(PlayedTurn turn, IssueDecided decided, Map<String, Integer> since, List<Dissent> register) {
        Stances stances = Stances.of(turn, decided.issue());
        int side = side(decided);
        stances.before().forEach((seat, before) -> {
            int after = stances.after().getOrDefault(seat, before);
            boolean open = after * side < 0;
            String key = decided.issue() + " " + seat;
            if (open) {
                since.putIfAbsent(key, turn.turn());
            } else {
                since.remove(key);
            }
            if (open || before * side < 0) {
                register.add(new Dissent(
                        turn.turn(),
                        decided.issue(),
                        decided.choice(),
                        decided.rule(),
                        seat,
                        before,
                        after,
                        conceded(turn, decided.issue(), seat),
                        overruledBy(decided, stances, side),
                        since.getOrDefault(key, 0)));
            }
        });
    }

    /** Whether it said so in a reply on this issue; the disagreement that it answered names the issue. */
    private static boolean conceded(PlayedTurn turn, String issue, String seat) {
        return turn.all(ReplyGiven.class)
                .filter(reply -> reply.seat().equals(seat) && reply.conceded())
                .anyMatch(reply -> turn.all(DisagreementsNamed.class)
                        .filter(named -> named.round() == reply.round())
                        .flatMap(named -> named.disagreements().stream())
                        .anyMatch(one -> one.id().equals(reply.disagreement())
                                && one.issue().equals(issue)));
    }

    /** 1 when the first option was chosen, −1 when it was the other. */
    private int side(IssueDecided decided) {
        return issues.stream()
                        .filter(issue -> issue.id().equals(decided.issue()))
                        .anyMatch(issue -> issue.alternative().equals(decided.choice()))
                ? -1
                : 1;
    }

    private List<String> overruledBy(IssueDecided decided, Stances stances, int side) {
        List<String> decider = decider(decided.issue(), decided.rule());
        return decider.isEmpty()
                ? stances.after().entrySet().stream()
                        .filter(held -> held.getValue() * side > 0)
                        .map(Map.Entry::getKey)
                        .toList()
                : decider;
    }

    private List<String> decider(String issue, DecisionRule rule) {
        return switch (rule) {
            case CEO ->
                cast.stream()
                        .filter(seat -> seat.role().equals("ceo"))
                        .map(Seat::id)
                        .limit(1)
                        .toList();
            case OWNER ->
                issues.stream()
                        .filter(one -> one.id().equals(issue))
                        .flatMap(one -> Stream.ofNullable(one.owner()))
                        .toList();
            case MAJORITY, CONSENT -> List.of();
        };
    }
}
