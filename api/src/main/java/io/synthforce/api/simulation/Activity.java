package io.synthforce.api.simulation;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.lineage.Ancestor;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How much each seat has said, counted from the journal. Clients look every few seconds, so only what is new is read;
 * that is safe because journals are append-only.
 */
@Component
@ApiRole
final class Activity {

    private static final int PAGE = 1_000;
    private static final int REMEMBERED = 1_000;

    private final Journal journal;
    private final Lineages lineages;
    private final Map<UUID, Counted> counted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Counted> eldest) {
            return size() > REMEMBERED;
        }
    };

    Activity(Journal journal, Lineages lineages) {
        this.journal = journal;
        this.lineages = lineages;
    }

    /** What a seat has said. */
    record OfSeat(int messages, int lastTurn) {

        OfSeat spoke(int turn) {
            return new OfSeat(messages + 1, turn);
        }
    }

    private record Counted(long seq, Map<String, OfSeat> seats) {

        static final Counted NOTHING = new Counted(0, Map.of());

        Counted plus(List<JournalEntry> entries) {
            Map<String, OfSeat> sum = new HashMap<>(seats);
            for (JournalEntry entry : entries) {
                switch (entry.event()) {
                    case PositionTaken e when e.answer().given() -> count(sum, e.seat(), entry.turn());
                    case ReplyGiven e when e.answer().given() -> count(sum, e.seat(), entry.turn());
                    default -> {}
                }
            }
            return new Counted(entries.getLast().seq(), sum);
        }

        Counted at(long position) {
            return new Counted(position, seats);
        }

        private static void count(Map<String, OfSeat> sum, String seat, int turn) {
            sum.put(seat, sum.getOrDefault(seat, new OfSeat(0, 0)).spoke(turn));
        }
    }

    /** By seat; who has not spoken is absent. */
    Map<String, OfSeat> of(UUID simulation) {
        Counted sum = remembered(simulation).orElseGet(() -> inherited(simulation));
        List<JournalEntry> more = journal.after(simulation, sum.seq(), PAGE);
        while (!more.isEmpty()) {
            sum = sum.plus(more);
            more = journal.after(simulation, sum.seq(), PAGE);
        }
        remember(simulation, sum);
        return sum.seats();
    }

    /** What was said before the fork, where the simulation is one. */
    private Counted inherited(UUID simulation) {
        Counted sum = Counted.NOTHING;
        for (Ancestor ancestor : lineages.ancestors(simulation)) {
            if (ancestor.depth() > 0) {
                sum = sum.plus(journal.upto(ancestor.id(), ancestor.uptoSeq())).at(0);
            }
        }
        return sum;
    }

    private synchronized Optional<Counted> remembered(UUID simulation) {
        return Optional.ofNullable(counted.get(simulation));
    }

    private synchronized void remember(UUID simulation, Counted sum) {
        counted.merge(simulation, sum, (old, fresh) -> old.seq() > fresh.seq() ? old : fresh);
    }
}
