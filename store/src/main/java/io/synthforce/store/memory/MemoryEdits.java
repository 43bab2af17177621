package io.synthforce.store.memory;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.workflows.memory.MemoryType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes what simulations remember, by hand. Nothing is overwritten or deleted: an edit is appended at the head and read
 * by whoever recalls in a later turn. Branches forked before go on with what they saw.
 */
public class MemoryEdits {

    /** So many memories of a seat can be pinned: they are in each of its prompts. */
    public static final int MOST_PINNED = 5;

    /** So many commitments of a seat can be open, for the same reason. */
    public static final int MOST_OPEN = 5;

    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Memories memories;
    private final Holdings holdings;
    private final EditRows rows;

    /** @param retentionDays after how many days a memory is forgotten */
    public MemoryEdits(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SimulationLock lock,
            Memories memories,
            int retentionDays) {
        this.transaction = transaction;
        this.lock = lock;
        this.memories = memories;
        this.holdings = new Holdings(jdbc);
        this.rows = new EditRows(jdbc, retentionDays);
    }

    /** How an edit went. */
    public sealed interface Edited {
        /** @param memory as it is from the next turn on */
        record Done(Memory memory) implements Edited {}

        record UnknownSimulation() implements Edited {}

        /** It never was, is forgotten, or is another's. */
        record UnknownMemory() implements Edited {}

        /** The role has no such seat. */
        record UnknownSeat() implements Edited {}

        /** The request's key was used for another body. */
        record KeyConflict() implements Edited {}

        /** The seat keeps something under this key, or did before it was forgotten. */
        record KeyTaken(String key) implements Edited {}

        /** @param most so many can be pinned at a time */
        record TooManyPinned(int most) implements Edited {}

        /** @param most so many can be open at a time */
        record TooManyOpen(int most) implements Edited {}
    }

    /** Clears what all agents of a simulation keep. An unknown simulation keeps nothing. */
    public void clear(UUID simulation) {
        transaction.executeWithoutResult(_ -> lock.take(simulation).ifPresent(rows::clear));
    }

    /**
     * Gives an agent something to keep.
     *
     * @param requestKey of the request; repeated under it, it is answered as it was the first time
     */
    public Edited add(UUID simulation, AddedMemory added, String requestKey, String requestHash) {
        return transaction.execute(_ -> lock.take(simulation)
                .map(locked -> add(locked, added, requestKey, requestHash))
                .orElseGet(Edited.UnknownSimulation::new));
    }

    /** Changes one memory; what is changed to what it is already is no change. */
    public Edited change(UUID simulation, UUID memory, MemoryChange change) {
        return transaction.execute(_ -> lock.take(simulation)
                .map(locked -> memories.find(simulation, memory)
                        .map(found -> change(locked, found, change))
                        .orElseGet(Edited.UnknownMemory::new))
                .orElseGet(Edited.UnknownSimulation::new));
    }

    /** Makes an agent forget one memory. */
    public Edited forget(UUID simulation, UUID memory) {
        return transaction.execute(_ -> lock.take(simulation)
                .map(locked -> memories.find(simulation, memory)
                        .<Edited>map(found -> {
                            rows.write(locked, found, true);
                            return new Edited.Done(found);
                        })
                        .orElseGet(Edited.UnknownMemory::new))
                .orElseGet(Edited.UnknownSimulation::new));
    }

    private Edited add(LockedSimulation locked, AddedMemory added, String requestKey, String requestHash) {
        UUID simulation = locked.id();
        Optional<Holdings.Repeated> before = holdings.repeated(simulation, requestKey);
        if (before.isPresent()) {
            return repeated(simulation, before.get(), requestHash);
        }
        Optional<String> seat = holdings.seat(simulation, added.agentRole(), added.seat());
        if (seat.isEmpty()) {
            return new Edited.UnknownSeat();
        }
        String key = added.key() == null ? freeKey(locked, seat.get()) : added.key();
        Optional<Edited> refusal = refusal(simulation, seat.get(), key, added);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        UUID memory = rows.add(locked, seat.get(), key, added, new EditRows.Request(requestKey, requestHash));
        return memories.find(simulation, memory).<Edited>map(Edited.Done::new).orElseThrow();
    }

    private Edited repeated(UUID simulation, Holdings.Repeated before, String requestHash) {
        if (!before.requestHash().equals(requestHash)) {
            return new Edited.KeyConflict();
        }
        return memories.find(simulation, before.memory())
                .<Edited>map(Edited.Done::new)
                .orElseGet(Edited.UnknownMemory::new);
    }

    private Optional<Edited> refusal(UUID simulation, String seat, String key, AddedMemory added) {
        if (holdings.isTaken(simulation, seat, key)) {
            return Optional.of(new Edited.KeyTaken(key));
        }
        if (added.pinned() && holdings.pinned(simulation, seat) >= MOST_PINNED) {
            return Optional.of(new Edited.TooManyPinned(MOST_PINNED));
        }
        return added.type() == MemoryType.LONG_TERM && open(simulation, seat) >= MOST_OPEN
                ? Optional.of(new Edited.TooManyOpen(MOST_OPEN))
                : Optional.empty();
    }

    private long open(UUID simulation, String seat) {
        return holdings.open(simulation, Integer.MAX_VALUE).stream()
                .filter(commitment -> commitment.seat().equals(seat))
                .count();
    }

    private String freeKey(LockedSimulation simulation, String seat) {
        int number = holdings.notes(simulation.id(), seat);
        String key;
        do {
            number++;
            key = "note_%d_%d".formatted(simulation.currentTurn(), number);
        } while (holdings.isTaken(simulation.id(), seat, key));
        return key;
    }

    private Edited change(LockedSimulation simulation, Memory found, MemoryChange change) {
        Memory changed = change.to(found);
        if (changed.equals(found)) {
            return new Edited.Done(found);
        }
        if (changed.pinned() && !found.pinned() && holdings.pinned(simulation.id(), found.seat()) >= MOST_PINNED) {
            return new Edited.TooManyPinned(MOST_PINNED);
        }
        rows.write(simulation, changed, false);
        return new Edited.Done(changed);
    }
}
