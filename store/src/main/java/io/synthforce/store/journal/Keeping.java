package io.synthforce.store.journal;

import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.NewMemory;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.memory.Learned;
import io.synthforce.workflows.memory.MemoryType;
import java.util.ArrayList;
import java.util.List;
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
        return memory(MemoryType.EPISODIC, "response", content, learned.importance(), null, List.of());
    }

    /** @param known facts that are kept already; the seat's own are not kept twice */
    List<NewMemory> facts(List<Memory> known) {
        List<NewMemory> facts = new ArrayList<>();
        for (Learned.Fact fact : learned.facts()) {
            String text = cut(fact.text(), SENTENCE);
            boolean isKnown = known.stream()
                    .anyMatch(memory ->
                            memory.seat().equals(seat()) && memory.summary().equalsIgnoreCase(text));
            if (!isKnown) {
                String name = "fact_" + (facts.size() + 1);
                facts.add(memory(
                        MemoryType.SEMANTIC, name, content(text), fact.importance(), fact.untilTurn(), List.of()));
            }
        }
        return facts;
    }

    /** @param room how many more the seat can have open */
    List<NewMemory> commitments(int room) {
        List<NewMemory> made = new ArrayList<>();
        for (Learned.Commitment commitment :
                learned.commitments().stream().limit(room).toList()) {
            String name = "commitment_" + (made.size() + 1);
            NewMemory.Content content = content(cut(commitment.text(), UNDERTAKING));
            made.add(memory(MemoryType.LONG_TERM, name, content, OF_COMMITMENTS, commitment.untilTurn(), List.of()));
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
                String name = "reflection_" + (reflections.size() + 1);
                NewMemory.Content content = content(cut(reflection.text(), SENTENCE));
                reflections.add(memory(MemoryType.SEMANTIC, name, content, reflection.importance(), null, sources));
            }
        }
        return reflections;
    }

    NewMemory exchange(String text) {
        NewMemory.Content content = content(cut(text, DIGEST));
        return memory(MemoryType.SHORT_TERM, "exchange", content, OF_EXCHANGES, turn + SHORT_TERM, List.of());
    }

    private NewMemory.Content content(String text) {
        return new NewMemory.Content(turn, text, List.of());
    }

    private NewMemory memory(
            MemoryType type,
            String name,
            NewMemory.Content content,
            double importance,
            @Nullable Integer untilTurn,
            List<String> sources) {
        String key = "turn_%d_%s".formatted(turn, name);
        return new NewMemory(seq, seat(), role, type.word(), key, content, importance, untilTurn, sources);
    }

    static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
