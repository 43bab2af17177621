package io.synthforce.store.memory;

import io.synthforce.workflows.memory.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Chooses what an agent remembers: recency (halved every ten turns), importance and relevance, each from 0 to 1 between
 * the worst and the best candidate, summed, as far as a budget of tokens reaches. The newest, the most important and the
 * best match have a place whatever the other two say of them, so that nothing decisive fades for being old.
 */
final class Choosing {

    /** What the list for a reflection may add. */
    static final int REFLECTION_BUDGET = 150;

    /** Enough to reflect on: some ten memories of middling importance. */
    static final double REFLECTION_DUE = 6;

    private static final double HALF_LIFE = 10;

    private static final Comparator<Memory> NEWEST = Comparator.comparingInt(Memory::turn)
            .thenComparingLong(Memory::seq)
            .reversed()
            .thenComparing(Memory::key);

    private static final Comparator<Memory> DUE_FIRST = Comparator.comparingInt(
                    (Memory memory) -> memory.untilTurn() == null ? Integer.MAX_VALUE : memory.untilTurn())
            .thenComparing(NEWEST.reversed());

    private Choosing() {}

    /**
     * What was looked up.
     *
     * @param candidate whether it may be recalled; else it is only there to be reflected on
     * @param fresh whether nobody has reflected on it
     * @param rank as PostgreSQL's {@code ts_rank} has it
     * @param unreflected the importance of everything the seat has not reflected on, summed
     */
    record Candidate(Memory memory, boolean candidate, boolean fresh, double rank, double unreflected) {

        boolean isFree() {
            return candidate && !memory.pinned() && !memory.isOpen();
        }
    }

    static Recalled among(List<Candidate> found, int turn) {
        List<Memory> pinned =
                memories(found, one -> one.memory().pinned() && !one.memory().isOpen(), NEWEST);
        List<Memory> commitments = memories(found, one -> one.memory().isOpen(), DUE_FIRST);
        List<Scored> scored = scored(found.stream().filter(Candidate::isFree).toList(), turn);
        int left = Recalled.BUDGET - tokens(pinned);
        Set<UUID> chosen = new HashSet<>();
        for (Scored one : seedsFirst(scored)) {
            int tokens = tokens(one.memory());
            if (tokens <= left) {
                left -= tokens;
                chosen.add(one.memory().id());
            }
        }
        List<Scored> recalled = scored.stream()
                .filter(one -> chosen.contains(one.memory().id()))
                .toList();
        boolean due = found.stream().anyMatch(one -> one.unreflected() >= REFLECTION_DUE);
        List<Memory> toReflectOn = due ? toReflectOn(found, pinned, chosen) : List.of();
        List<Scored> crowdedOut = scored.stream()
                .filter(one -> !chosen.contains(one.memory().id()) && !toReflectOn.contains(one.memory()))
                .toList();
        return new Recalled(pinned, commitments, recalled, crowdedOut, toReflectOn, due, Recalled.BUDGET - left);
    }

    private static List<Memory> memories(
            List<Candidate> found, java.util.function.Predicate<Candidate> which, Comparator<Memory> order) {
        return found.stream()
                .filter(Candidate::candidate)
                .filter(which)
                .map(Candidate::memory)
                .sorted(order)
                .toList();
    }

    private static List<Scored> scored(List<Candidate> free, int turn) {
        ToDoubleFunction<Candidate> recency =
                one -> Math.pow(0.5, (turn - one.memory().turn()) / HALF_LIFE);
        Scale recent = Scale.over(free, recency);
        Scale important = Scale.over(free, one -> one.memory().importance());
        Scale relevant = Scale.over(free, Candidate::rank);
        return free.stream()
                .map(one -> new Scored(one.memory(), recent.of(one), important.of(one), relevant.of(one)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::memory, NEWEST))
                .toList();
    }

    /** The best by each measure, then everything by score. */
    private static Set<Scored> seedsFirst(List<Scored> scored) {
        Set<Scored> order = new LinkedHashSet<>();
        List<ToDoubleFunction<Scored>> measures = List.of(Scored::relevance, Scored::importance, Scored::recency);
        for (ToDoubleFunction<Scored> measure : measures) {
            scored.stream()
                    .filter(one -> measure.applyAsDouble(one) > 0)
                    .max(Comparator.comparingDouble(measure).thenComparing(scored::indexOf, Comparator.reverseOrder()))
                    .ifPresent(order::add);
        }
        order.addAll(scored);
        return order;
    }

    private static List<Memory> toReflectOn(List<Candidate> found, List<Memory> pinned, Set<UUID> recalled) {
        Set<UUID> shown = new HashSet<>(recalled);
        pinned.forEach(memory -> shown.add(memory.id()));
        List<Memory> fresh = found.stream()
                .filter(one -> one.fresh() && !one.memory().isOpen())
                .map(Candidate::memory)
                .filter(memory -> !shown.contains(memory.id()))
                .sorted(Comparator.comparingDouble(Memory::importance)
                        .reversed()
                        .thenComparing(NEWEST))
                .toList();
        List<Memory> fitting = new ArrayList<>();
        int left = REFLECTION_BUDGET;
        for (Memory memory : fresh) {
            int tokens = tokens(memory);
            if (tokens <= left) {
                left -= tokens;
                fitting.add(memory);
            }
        }
        return fitting;
    }

    private static int tokens(List<Memory> memories) {
        return memories.stream().mapToInt(Choosing::tokens).sum();
    }

    static int tokens(Memory memory) {
        return Tokens.of("- " + memory.line() + "\n");
    }

    /** Brings a measure to 0 for its smallest value and 1 for its largest; one that is the same for all says nothing. */
    private record Scale(ToDoubleFunction<Candidate> measure, double least, double range) {

        static Scale over(List<Candidate> all, ToDoubleFunction<Candidate> measure) {
            DoubleSummaryStatistics seen = all.stream().mapToDouble(measure).summaryStatistics();
            return new Scale(measure, seen.getMin(), seen.getMax() - seen.getMin());
        }

        double of(Candidate one) {
            return range > 0 ? (measure.applyAsDouble(one) - least) / range : 0;
        }
    }
}
