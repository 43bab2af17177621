package io.synthforce.workflows.brief;

import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.dissent.Dissent;
import io.synthforce.workflows.dissent.DissentRegister;
import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A seat that still stood against what was decided when the last discussion of it was over.
 *
 * @param option from 1, 0 for no change
 * @param seen in how many of its runs
 * @param branch the first of them, where the seat can be read in {@code turn}
 */
public record Opposition(int option, String issue, String choice, String seat, Proportion seen, UUID branch, int turn) {

    private record Key(String issue, String choice, String seat) {}

    private record Seen(UUID branch, int turn, List<UUID> branches) {}

    /** The most frequent first. */
    static List<Opposition> in(Arm arm, Scenario scenario, List<Talk> talks) {
        Map<Key, Seen> seen = new LinkedHashMap<>();
        for (Talk talk : talks) {
            if (arm.runs().stream()
                    .anyMatch(run -> run.run().position() == talk.run().position())) {
                for (Dissent dissent : last(scenario, talk)) {
                    seen.computeIfAbsent(
                                    new Key(dissent.issue(), dissent.choice(), dissent.seat()),
                                    _ -> new Seen(talk.branch(), dissent.turn(), new ArrayList<>()))
                            .branches()
                            .add(talk.branch());
                }
            }
        }
        List<Opposition> all = new ArrayList<>();
        seen.forEach((key, where) -> all.add(new Opposition(
                arm.option(),
                key.issue(),
                key.choice(),
                key.seat(),
                new Proportion(where.branches().size(), arm.runs().size()),
                where.branch(),
                where.turn())));
        all.sort(Comparator.comparingInt((Opposition one) -> -one.seen().seen())
                .thenComparing(Opposition::issue)
                .thenComparing(Opposition::seat)
                .thenComparing(Opposition::choice));
        return List.copyOf(all);
    }

    /** Those still open in the last turn in which their issue was decided. */
    private static List<Dissent> last(Scenario scenario, Talk talk) {
        List<Dissent> register = new DissentRegister(scenario.issues(), scenario.cast()).of(talk.turns());
        return register.stream()
                .filter(Dissent::isOpen)
                .filter(dissent -> dissent.turn() == lastDecision(talk, dissent.issue()))
                .toList();
    }

    private static int lastDecision(Talk talk, String issue) {
        return talk.turns().stream()
                .filter(turn -> turn.all(IssueDecided.class)
                        .anyMatch(decided -> decided.issue().equals(issue)))
                .mapToInt(PlayedTurn::turn)
                .max()
                .orElse(0);
    }
}
