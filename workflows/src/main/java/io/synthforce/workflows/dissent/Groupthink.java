package io.synthforce.workflows.dissent;

import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the outward signs of groupthink in what was said, turn by turn and issue by issue. I. L. Janis (Groupthink, 2nd
 * ed. 1982) names an illusion of unanimity, self-censorship and pressure on dissenters; S. E. Asch (1951) that a single voice
 * against suffices to free others; C. Nemeth (1986) that minorities make decisions better. A sign alone proves nothing: teams
 * agree because something is so. So the alarm needs the same issue and several turns running; the thresholds are ours.
 */
public final class Groupthink {

    /** Fewer seats cannot be a group that presses anyone. */
    public static final int LEAST_SEATS = 3;

    /** So many turns in a row with a sign, on one issue, raise the alarm; one fewer is to be watched. */
    public static final int TURNS_RUNNING = 3;

    /** Entropy that collapses falls in one turn from at least the first to at most the second. */
    public static final double SPREAD = 0.5;

    public static final double COLLAPSED = 0.2;

    /** So many have to give way to the one of highest priority, and nobody is left on the other side. */
    public static final int LEAST_DEFERENCE = 2;

    /** What can be seen of groupthink in a turn. */
    public enum Sign {
        /** All were on one side from the start, and nobody was asked to argue. */
        UNANIMOUS_WITHOUT_COUNTER_ARGUMENT,
        /** They came apart and left as one, in one turn. */
        ENTROPY_COLLAPSED,
        /** All who stood against the seat of highest priority went over to it. */
        DEFERENCE
    }

    /** @param before entropy of the private positions; {@code after} when all had replied; both 0 to 1 */
    public record Evidence(
            int turn, String issue, Sign sign, int seats, double before, double after, int gaveWay, String leader) {}

    /** How serious it is. */
    public enum Level {
        NONE,
        WATCH,
        ALARM
    }

    /**
     * @param longest turns in a row with a sign on one issue
     * @param turns that were looked at
     */
    public record Finding(Level level, int longest, int turns, List<Evidence> evidence) {
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }

    private Groupthink() {}

    /** @param priority seats, highest priority first */
    public static Finding in(List<PlayedTurn> turns, List<String> issues, List<String> priority) {
        List<Evidence> evidence = new ArrayList<>();
        int longest = 0;
        for (String issue : issues) {
            int running = 0;
            for (PlayedTurn turn : turns) {
                List<Evidence> found = signs(turn, issue, priority);
                evidence.addAll(found);
                running = found.isEmpty() ? 0 : running + 1;
                longest = Math.max(longest, running);
            }
        }
        return new Finding(level(longest), longest, turns.size(), evidence);
    }

    private static Level level(int longest) {
        if (longest >= TURNS_RUNNING) {
            return Level.ALARM;
        }
        return longest == TURNS_RUNNING - 1 ? Level.WATCH : Level.NONE;
    }

    private static List<Evidence> signs(PlayedTurn turn, String issue, List<String> priority) {
        Stances stances = Stances.of(turn, issue);
        if (stances.before().size() < LEAST_SEATS) {
            return List.of();
        }
        double before = Entropy.of(stances.before().values());
        double after = Entropy.of(stances.after().values());
        String leader = priority.stream()
                .filter(stances.before()::containsKey)
                .findFirst()
                .orElse("");
        int gaveWay = gaveWay(stances, leader);
        Map<Sign, Boolean> signs = new LinkedHashMap<>();
        signs.put(
                Sign.UNANIMOUS_WITHOUT_COUNTER_ARGUMENT, Stances.isUnanimous(stances.before()) && !argued(turn, issue));
        signs.put(Sign.ENTROPY_COLLAPSED, before >= SPREAD && after <= COLLAPSED);
        signs.put(Sign.DEFERENCE, gaveWay >= LEAST_DEFERENCE && Stances.isUnanimous(stances.after()));
        return signs.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(sign -> new Evidence(
                        turn.turn(), issue, sign.getKey(), stances.before().size(), before, after, gaveWay, leader))
                .toList();
    }

    private static boolean argued(PlayedTurn turn, String issue) {
        return turn.all(DisagreementsNamed.class)
                .flatMap(named -> named.disagreements().stream())
                .anyMatch(disagreement -> disagreement.issue().equals(issue));
    }

    /** Those who stood against the leader's first position and after the replies stand where it stands. */
    private static int gaveWay(Stances stances, String leader) {
        int first = stances.before().getOrDefault(leader, 0);
        int last = stances.after().getOrDefault(leader, 0);
        return (int) stances.before().entrySet().stream()
                .filter(held -> held.getValue() * first < 0)
                .filter(held -> stances.after().getOrDefault(held.getKey(), 0) * first > 0 && first * last > 0)
                .count();
    }
}
