package io.synthforce.store.journal;

import static java.util.stream.Collectors.toMap;

import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.memory.NewMemory;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.memory.Learned;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes what agents keep of a turn: each its own position, what it learned and undertook, and what passed between it and
 * others. Silence and failures are not remembered.
 */
final class Recollection {

    private final ModelCalls calls;
    private final Memories memories;

    Recollection(ModelCalls calls, Memories memories) {
        this.calls = calls;
        this.memories = memories;
    }

    /** @param head journal position before the first of the events */
    void write(UUID simulation, int turn, long head, List<SimulationEvent> events, List<Seat> speakers) {
        Map<CallKey, RecordedCall> recorded =
                calls.ofTurn(simulation, turn).stream().collect(toMap(RecordedCall::key, call -> call));
        List<Keeping> keeping = keeping(simulation, turn, head, events, recorded);
        Map<String, List<Memory>> open = settle(simulation, turn, keeping);
        List<Memory> known = memories.facts(simulation, turn, texts(keeping));
        extend(simulation, turn, keeping, known);
        List<Memory> sources = memories.named(simulation, turn, sources(keeping));
        Exchanges exchanges = new Exchanges(simulation, turn, events, recorded, speakers);
        List<NewMemory> learned = new ArrayList<>();
        for (Keeping one : keeping) {
            learned.add(one.position());
            learned.addAll(one.facts(known));
            int room = MemoryEdits.MOST_OPEN
                    - open.getOrDefault(one.seat(), List.of()).size();
            learned.addAll(one.commitments(Math.max(0, room)));
            learned.addAll(one.reflections(sources));
            exchanges.of(one.seat()).map(one::exchange).ifPresent(learned::add);
        }
        memories.remember(simulation, turn, learned);
    }

    private static List<Keeping> keeping(
            UUID simulation, int turn, long head, List<SimulationEvent> events, Map<CallKey, RecordedCall> recorded) {
        List<Keeping> keeping = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof PositionTaken position
                    && position.answer().given()) {
                CallKey key = new CallKey(simulation, turn, position.seat(), Phase.POSITION, 0);
                RecordedCall call = recorded.get(key);
                if (call == null || call.reply() == null) {
                    throw new IllegalStateException("No reply is recorded for " + key);
                }
                keeping.add(new Keeping(head + i + 1, turn, call.role(), position, Learned.of(call.reply())));
            }
        }
        return keeping;
    }

    /**
     * Commitments are settled by whoever made them and by no other key than theirs, as they are for the next turn: what was
     * edited meanwhile stays so.
     *
     * @return those that stay open, by seat
     */
    private Map<String, List<Memory>> settle(UUID simulation, int turn, List<Keeping> keeping) {
        Map<String, List<Memory>> open = new LinkedHashMap<>();
        for (Memory commitment : memories.open(simulation, turn + 1)) {
            Stream<Learned.Settlement> said = keeping.stream()
                    .filter(one -> one.seat().equals(commitment.seat()))
                    .flatMap(one -> one.learned().settled().stream());
            said.filter(settled -> settled.key().equals(commitment.key()))
                    .findFirst()
                    .ifPresentOrElse(
                            settled -> memories.settle(simulation, turn, commitment, settled.outcome()),
                            () -> open.computeIfAbsent(commitment.seat(), _ -> new ArrayList<>())
                                    .add(commitment));
        }
        return open;
    }

    /** What is said again with a later end holds up to that. */
    private void extend(UUID simulation, int turn, List<Keeping> keeping, List<Memory> known) {
        for (Memory fact : known) {
            keeping.stream()
                    .flatMap(one -> one.extending(fact).stream())
                    .findFirst()
                    .ifPresent(anew -> memories.extend(simulation, turn, fact, anew.untilTurn()));
        }
    }

    private static List<String> texts(List<Keeping> keeping) {
        return keeping.stream()
                .flatMap(one -> one.learnedFacts().stream())
                .map(fact -> fact.text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static List<String> sources(List<Keeping> keeping) {
        return keeping.stream()
                .flatMap(one -> one.learned().reflections().stream())
                .flatMap(reflection -> reflection.sources().stream())
                .distinct()
                .toList();
    }
}
