package io.synthforce.store.journal;

import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.NewMemory;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.memory.Learned;
import io.synthforce.workflows.memory.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one seat keeps of a turn, as memories of each kind. Each text has an end, so that no prompt grows by it. */
record Keeping(long seq, int turn, String role, PositionTaken event, Learned learned) {

    private static final int DIGEST = 500;
    private static final int SENTENCE = 300;
    private static final int UNDERTAKING = 200;
    private static final int ACTIONS = 5;

    /** How important a commitment is, while it is open or after; how important what passed between people is. */
    private static final double OF_COMMITMENTS = 0.7;

    private static final double OF_EXCHANGES = 0.3;

    /** An exchange is remembered for so many turns. */
    private static final int SHORT_TERM = 3;

    String seat() {
        return event.seat();
    }

    NewMemory position() {
        List<String> actions = Stream.concat(event.actions().stream(), learned.proposals().stream())
                .limit(ACTIONS)
                .toList();
        NewMemory.Content content = new NewMemory.Content(turn, cut(learned.text(), DIGEST), actions);
        return memory(MemoryType.EPISODIC, key("response"), content, learned.importance(), null, List.of());
    }

    /** What was learned, as it is kept. */
    List<Learned.Fact> learnedFacts() {
        return learned.facts().stream()
                .map(fact -> new Learned.Fact(cut(fact.text(), SENTENCE), fact.importance(), fact.untilTurn()))
                .toList();
    }

    /** @param known facts that are kept already; the seat's own are not kept twice */
    List<NewMemory> facts(List<Memory> known) {
        List<NewMemory> facts = new ArrayList<>();
        for (Learned.Fact fact : learnedFacts()) {
            if (known.stream().noneMatch(memory -> isThe(fact, memory))) {
                String key = key("fact_" + (facts.size() + 1));
                facts.add(memory(
                        MemoryType.SEMANTIC,
                        key,
                        content(fact.text()),
                        fact.importance(),
                        fact.untilTurn(),
                        List.of()));
            }
        }
        return facts;
    }

    /** The fact that says a memory anew and for longer than it holds; one without an end holds for good. */
    Optional<Learned.Fact> extending(Memory memory) {
        Integer end = memory.untilTurn();
        return end == null
                ? Optional.empty()
                : learnedFacts().stream()
                        .filter(fact -> isThe(fact, memory))
                        .filter(fact -> fact.untilTurn() == null || fact.untilTurn() > end)
                        .findFirst();
    }

    private boolean isThe(Learned.Fact fact, Memory memory) {
        return memory.seat().equals(seat()) && memory.summary().equalsIgnoreCase(fact.text());
    }

    /** @param room how many more the seat can have open */
    List<NewMemory> commitments(int room) {
        List<NewMemory> made = new ArrayList<>();
        for (Learned.Commitment commitment :
                learned.commitments().stream().limit(room).toList()) {
            String key = Learned.Commitment.key(turn, made.size() + 1);
            NewMemory.Content content = content(cut(commitment.text(), UNDERTAKING));
            made.add(memory(MemoryType.LONG_TERM, key, content, OF_COMMITMENTS, commitment.untilTurn(), List.of()));
        }
        return made;
    }

    /** @param known memories that may be named as sources; a reflection that rests on none of the seat's is none */
    List<NewMemory> reflections(List<Memory> known) {
        List<String> own = known.stream()
                .filter(memory -> memory.seat().equals(seat()))
                .map(Memory::key)
                .toList();
        List<NewMemory> reflections = new ArrayList<>();
        for (Learned.Reflection reflection : learned.reflections()) {
            List<String> sources =
                    reflection.sources().stream().filter(own::contains).toList();
            if (!sources.isEmpty()) {
                String key = key("reflection_" + (reflections.size() + 1));
                NewMemory.Content content = content(cut(reflection.text(), SENTENCE));
                reflections.add(memory(MemoryType.SEMANTIC, key, content, reflection.importance(), null, sources));
            }
        }
        return reflections;
    }

    NewMemory exchange(String text) {
        NewMemory.Content content = content(cut(text, DIGEST));
        return memory(MemoryType.SHORT_TERM, key("exchange"), content, OF_EXCHANGES, turn + SHORT_TERM, List.of());
    }

    private NewMemory.Content content(String text) {
        return new NewMemory.Content(turn, text, List.of());
    }

    private String key(String name) {
        return "turn_%d_%s".formatted(turn, name);
    }

    private NewMemory memory(
            MemoryType type,
            String key,
            NewMemory.Content content,
            double importance,
            @Nullable Integer untilTurn,
            List<String> sources) {
        return new NewMemory(seq, seat(), role, type.word(), key, content, importance, untilTurn, sources);
    }

    static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
