package io.synthforce.store.memory;

import io.synthforce.store.sql.Storable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Memories as of a journal position, read through the lineage: what an ancestor learned after the fork is not seen. */
public class Memories {

    private static final String REMEMBER = """
            insert into memories (simulation, seq, turn, seat, agent_role, memory_type, key, content, importance, expires_at)
            select :simulation, m.seq, :turn, m.seat, m.agent_role, 'episodic', m.key, m.content, m.importance,
                   now() + make_interval(days => :days)
            from jsonb_to_recordset(cast(:memories as jsonb))
                 as m (seq bigint, seat text, agent_role text, key text, content jsonb, importance real)""";

    /** Rows in order of id, so that two readers at once wait for each other instead of for ever. */
    private static final String RECALLED = """
            insert into memory_reads (reader, memory, reads, last_at)
            select s.id, m.id, 1, now()
            from simulations s join memories m on m.id in (:memories)
            where s.id = :reader
            order by m.id
            for key share of s, m
            on conflict (reader, memory) do update set reads = memory_reads.reads + 1, last_at = excluded.last_at""";

    private static final String LIST = """
            select m.*, coalesce(r.reads, 0) as reads, r.last_at
            from %s
            left join memory_reads r on r.reader = :reader and r.memory = m.id
            where (cast(:role as text) is null or m.agent_role = :role) and coalesce(m.expires_at > now(), true)
            order by m.importance desc, m.created_at desc, m.turn desc, m.seq desc""".formatted(Lineage.SEEN.formatted("l.upto_seq"));

    private final JdbcClient jdbc;
    private final int retentionDays;
    private final Recall recall;

    /** @param retentionDays after how many days a memory is forgotten */
    public Memories(JdbcClient jdbc, int retentionDays) {
        this.jdbc = jdbc;
        this.retentionDays = retentionDays;
        this.recall = new Recall(jdbc);
    }

    /**
     * The memories most worth recalling: recency (half-life in turns), importance and relevance to the query, each
     * normalised over the candidates, summed.
     *
     * @param head journal position the reader stands at; nothing later is seen
     */
    public List<Memory> recall(UUID reader, String seat, int turn, long head, String query, int limit) {
        return recall.of(reader, seat, turn, head, query, limit);
    }

    /** Counts a recall for the reader. */
    public void recalled(UUID reader, List<UUID> memories) {
        if (!memories.isEmpty()) {
            jdbc.sql(RECALLED)
                    .param("reader", reader)
                    .param("memories", memories)
                    .update();
        }
    }

    /** Everything kept, by importance, then newest first. */
    public List<Memory> list(UUID reader, @Nullable String agentRole) {
        return jdbc.sql(LIST)
                .param("reader", reader)
                .param("role", agentRole)
                .param("turn", Integer.MAX_VALUE)
                .query(MemoryRows::read)
                .list();
    }

    /** Keeps what was learned in a turn. For the transaction that appends the turn's events. */
    public void remember(UUID simulation, int turn, List<NewMemory> memories) {
        jdbc.sql(REMEMBER)
                .param("simulation", simulation)
                .param("turn", turn)
                .param("days", retentionDays)
                .param("memories", Storable.json(memories))
                .update();
    }
}
