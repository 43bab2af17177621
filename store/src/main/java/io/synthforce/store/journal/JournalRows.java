package io.synthforce.store.journal;

import static java.util.Objects.requireNonNull;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.json.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal's rows. Only a start and a projection append, inside their transaction. */
public class JournalRows {

    private static final String APPEND = """
            insert into journal (simulation, seq, turn, type, event, hash)
            select :simulation, entry.seq, :turn, entry.event ->> 'type', entry.event, entry.hash
            from jsonb_to_recordset(cast(:entries as jsonb)) as entry (seq bigint, event jsonb, hash text)""";

    private static final String AFTER = """
            select seq, turn, event, hash, recorded_at from journal
            where simulation = :simulation and seq > :seq order by seq limit :limit""";

    private static final String UPTO = """
            select seq, turn, event, hash, recorded_at from journal
            where simulation = :simulation and seq <= :seq order by seq""";

    private static final String OF_TURN = """
            select seq, turn, event, hash, recorded_at from journal
            where simulation = :simulation and turn = :turn order by seq""";

    /** What a simulation has behind it, turns before a fork from its ancestors; a fork's own entries come last in its turn. */
    private static final String SEEN = """
            select j.seq, j.turn, j.event, j.hash, j.recorded_at
            from lineage l join journal j on j.simulation = l.ancestor and j.seq <= l.upto_seq
            where l.simulation = :simulation and j.turn between :from and :to and j.type in (:types)
            order by l.depth desc, j.seq""";

    private static final String HASHES = """
            select j.hash from lineage l join journal j on j.simulation = l.ancestor and j.seq <= l.upto_seq
            where l.simulation = :simulation and j.turn <= :turn order by l.depth desc, j.seq""";

    private final JdbcClient jdbc;

    public JournalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(long seq, SimulationEvent event, String hash) {}

    /** Hash of a turn's events in their order. */
    static String hash(List<SimulationEvent> events) {
        return ContentHash.ofText(events.stream().map(JournalRows::hash).collect(Collectors.joining()));
    }

    /** @return the new head */
    public long append(UUID simulation, long head, int turn, List<SimulationEvent> events) {
        List<Entry> entries = new ArrayList<>();
        for (SimulationEvent event : events) {
            entries.add(new Entry(head + entries.size() + 1, event, hash(event)));
        }
        jdbc.sql(APPEND)
                .param("simulation", simulation)
                .param("turn", turn)
                .param("entries", Storable.json(entries))
                .update();
        return head + events.size();
    }

    List<JournalEntry> after(UUID simulation, long seq, int limit) {
        return jdbc.sql(AFTER)
                .param("simulation", simulation)
                .param("seq", seq)
                .param("limit", limit)
                .query(JournalRows::read)
                .list();
    }

    List<JournalEntry> upto(UUID simulation, long seq) {
        return jdbc.sql(UPTO)
                .param("simulation", simulation)
                .param("seq", seq)
                .query(JournalRows::read)
                .list();
    }

    List<JournalEntry> ofTurn(UUID simulation, int turn) {
        return jdbc.sql(OF_TURN)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(JournalRows::read)
                .list();
    }

    public List<JournalEntry> seen(UUID simulation, int from, int to, List<String> types) {
        return jdbc.sql(SEEN)
                .param("simulation", simulation)
                .param("from", from)
                .param("to", to)
                .param("types", types)
                .query(JournalRows::read)
                .list();
    }

    List<String> hashes(UUID simulation, int turn) {
        return jdbc.sql(HASHES)
                .param("simulation", simulation)
                .param("turn", turn)
                .query((row, _) -> requireNonNull(row.getString("hash")))
                .list();
    }

    static String hash(SimulationEvent event) {
        return ContentHash.ofText(Storable.json(event));
    }

    private static JournalEntry read(ResultSet row, int number) throws SQLException {
        return new JournalEntry(
                row.getLong("seq"),
                row.getInt("turn"),
                Columns.json(row, "event", SimulationEvent.class),
                row.getString("hash"),
                Columns.instant(row, "recorded_at"));
    }
}
