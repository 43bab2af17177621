package io.synthforce.store.bundle;

import io.synthforce.store.bundle.BundleReader.Parts;
import io.synthforce.store.bundle.ImportRows.Asked;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.plan.PlanRow;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import under way: each part is checked and written as it is read. Snapshots are folded anew, never taken over. */
final class Importing implements Parts {

    private final JournalRows journal;
    private final Snapshots snapshots;
    private final Plans plans;
    private final ImportRows rows;
    private final Asked asked;
    private final Map<UUID, UUID> simulations = new HashMap<>();
    private final Map<UUID, UUID> memories = new HashMap<>();
    private final Map<Long, Long> edits = new HashMap<>();
    private final List<String> hashes = new ArrayList<>();
    private final List<UUID> written = new ArrayList<>();
    private String journalHash = "";
    private int turns;
    private Bundle.@Nullable Head head;
    private SimulationState state = SimulationState.BLANK;
    private long position;
    private long request;

    Importing(JournalRows journal, Snapshots snapshots, Plans plans, ImportRows rows, Asked asked) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.plans = plans;
        this.rows = rows;
        this.asked = asked;
    }

    /** The simulation the bundle is of, by the id it has here. */
    UUID whole() {
        Checks.require(!written.isEmpty(), "simulations", "There should be one at least");
        Checks.require(turns == state.turn(), "header.turns", "The bundle ends with turn %d".formatted(state.turn()));
        Checks.require(
                Journal.hash(hashes).equals(journalHash),
                "header.journal_hash",
                "The journal in the bundle is another one");
        return written.getLast();
    }

    @Override
    public void header(Bundle.Header header) {
        Checks.header(header);
        journalHash = header.journalHash();
        turns = header.turns();
    }

    @Override
    public void head(String at, Bundle.Head next) {
        Checks.head(at, next, head, state);
        Checks.require(!simulations.containsKey(next.sessionId()), at + ".session_id", "It is there twice");
        UUID id = UUID.randomUUID();
        UUID parent = written.isEmpty() ? null : written.getLast();
        UUID root = written.isEmpty() ? id : written.getFirst();
        // The last one bears the key; how many there are is known when all are read.
        request = rows.simulation(id, root, parent, part(id), next, journalHash);
        simulations.put(next.sessionId(), id);
        written.add(id);
        head = next;
        position = 0;
        append(at + ".opening", next.baseTurn(), next.opening());
    }

    @Override
    public void turn(String at, Bundle.Turn turn) {
        Checks.turn(at, turn, state.turn() + 1);
        UUID id = written.getLast();
        List<String> turnHashes = turn.events().stream().map(Bundle.Entry::hash).toList();
        rows.turn(id, request, turn, Journal.hash(turnHashes));
        rows.calls(id, written.getFirst(), asked.owner(), turn.turn(), turn.calls());
        append(at + ".events", turn.turn(), turn.events());
        plans.write(id, turn.turn(), new PlanRow(turn.plan(), turn.figures()));
    }

    @Override
    public void edit(String at, Bundle.Edit edit) {
        UUID ancestor = edit.ancestor() == null ? null : simulations.get(edit.ancestor());
        Checks.require(
                (edit.memory() == null) == (ancestor != null && edit.uptoSeq() != null),
                at,
                "An edit is of a memory, or clears a simulation of the bundle up to a position");
        UUID memory = edit.memory() == null ? null : here(edit.memory());
        edits.put(edit.id(), rows.edit(written.getLast(), edit, ancestor, memory));
    }

    @Override
    public void kept(String at, Bundle.Kept kept) {
        Long edit = kept.edit() == null ? null : edits.get(kept.edit());
        Checks.require(kept.edit() == null || edit != null, at + ".edit", "There is no such edit in the bundle");
        rows.kept(written.getLast(), here(kept.id()), kept, edit);
    }

    @Override
    public void interview(String at, Bundle.Interview interview) {
        Checks.interview(at, interview, state.turn());
        UUID id = written.getLast();
        rows.interview(id, interview);
        if (interview.call() != null) {
            rows.calls(id, written.getFirst(), asked.owner(), interview.turn(), List.of(interview.call()));
        }
    }

    @Override
    public void end(String at) {
        if (head != null) {
            Checks.require(
                    state.turn() == head.uptoTurn(), at + ".turns", "Turns are missing up to " + head.uptoTurn());
        }
        rows.advance(written.getLast(), position);
    }

    private UUID here(UUID memory) {
        return memories.computeIfAbsent(memory, _ -> UUID.randomUUID());
    }

    private Asked part(UUID id) {
        return new Asked(asked.owner(), "import-part/" + id, asked.bodyHash());
    }

    private void append(String at, int turn, List<Bundle.Entry> entries) {
        List<SimulationEvent> events = Checks.events(entries);
        try {
            state = state.fold(events);
        } catch (IllegalArgumentException | NullPointerException broken) {
            throw new InvalidBundle(at, "The events do not lead anywhere");
        }
        entries.forEach(entry -> hashes.add(entry.hash()));
        position = journal.append(written.getLast(), position, turn, events);
        snapshots.write(written.getLast(), turn, position, state);
    }
}
