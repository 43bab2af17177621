package io.synthforce.store.memory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the seats of a simulation hold, for those who are about to change it. */
final class Holdings {

    private static final String SEAT = """
            select seat ->> 'id' from simulations s, jsonb_array_elements(s.scenario -> 'cast') with ordinality e (seat, n)
            where s.id = :id and seat ->> 'role' = :role and seat ->> 'id' = coalesce(cast(:seat as text), seat ->> 'id')
            order by n limit 1""";

    private static final String REPEATED =
            "select memory, request_hash from memory_edits where simulation = :id and request_key = :request_key";

    /** Also by what is forgotten: a key means one thing for ever. */
    private static final String TAKEN = """
            select exists (select from lineage l join memories m on m.simulation = l.ancestor and m.seq <= l.upto_seq
                             and coalesce(m.edit <= l.upto_edit, true)
                           where l.simulation = :id and m.seat = :seat and m.key = :key)""";

    private static final String NOTES =
            "select count(*) from memories where simulation = :id and seat = :seat and edit is not null";

    private static final String HELD = """
            with %s
            select %s
            from %s
            %s
            where not %s and not %s""".formatted(
                    Lineage.parts("l.upto_seq"),
                    Lineage.COLUMNS,
                    Lineage.KNOWN,
                    Lineage.READS,
                    Lineage.CLEARED,
                    Lineage.FORGOTTEN);

    private static final String PINNED = HELD + " and m.seat = :seat and v.pinned";

    private static final String OPEN = HELD + " and m.memory_type = 'long_term' and v.settled is null";

    private static final String NAMED = HELD + " and m.key in (:keys)";

    private static final String FACTS = HELD
            + " and m.memory_type = 'semantic' and lower(coalesce(v.content, m.content) ->> 'summary') in (:texts)"
            + " and not " + Lineage.OVER + " and not " + Recall.TOO_OLD;

    private final JdbcClient jdbc;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param memory that was made */
    record Repeated(UUID memory, String requestHash) {}

    /** What was made under a request's key before. */
    Optional<Repeated> repeated(UUID simulation, String requestKey) {
        return jdbc.sql(REPEATED)
                .param("id", simulation)
                .param("request_key", requestKey)
                .query(Repeated.class)
                .optional();
    }

    /** A seat of the role: the one that is named, else the first. */
    Optional<String> seat(UUID simulation, String role, @Nullable String seat) {
        return jdbc.sql(SEAT)
                .param("id", simulation)
                .param("role", role)
                .param("seat", seat)
                .query(String.class)
                .optional();
    }

    boolean isTaken(UUID simulation, String seat, String key) {
        return jdbc.sql(TAKEN)
                .param("id", simulation)
                .param("seat", seat)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** How many memories of the seat were written by hand in the simulation itself. */
    int notes(UUID simulation, String seat) {
        return jdbc.sql(NOTES)
                .param("id", simulation)
                .param("seat", seat)
                .query(Integer.class)
                .single();
    }

    int pinned(UUID simulation, String seat) {
        return held(PINNED, simulation, Integer.MAX_VALUE)
                .param("seat", seat)
                .query(MemoryRows::read)
                .list()
                .size();
    }

    /** Commitments that are open before a turn, of all seats. */
    List<Memory> open(UUID simulation, int turn) {
        return held(OPEN, simulation, turn).query(MemoryRows::read).list();
    }

    /** What is kept under some keys before a turn, of all seats. */
    List<Memory> named(UUID simulation, int turn, List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : held(NAMED, simulation, turn)
                        .param("keys", keys)
                        .query(MemoryRows::read)
                        .list();
    }

    /** Facts in just these words, in lower case, of all seats, that hold in a turn. */
    List<Memory> facts(UUID simulation, int turn, List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : held(FACTS, simulation, turn)
                        .param("texts", texts)
                        .param("now_turn", turn)
                        .query(MemoryRows::read)
                        .list();
    }

    private JdbcClient.StatementSpec held(String sql, UUID simulation, int turn) {
        return jdbc.sql(sql).param("reader", simulation).param("turn", turn);
    }
}
