package io.synthforce.store.memory;

import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.memory.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Memories as of a journal position, read through the lineage: what an ancestor learned after the fork is not seen. */
public class Memories {

    private static final String REMEMBER = """
            insert into memories (simulation, seq, turn, seat, agent_role, memory_type, key, content, importance, until_turn,
                                  sources, expires_at)
            select :simulation, m.seq, :turn, m.seat, m.agent_role, m.memory_type, m.key, m.content, m.importance,
                   m.until_turn, m.sources, now() + make_interval(days => :days)
            from jsonb_to_recordset(cast(:memories as jsonb))
                 as m (seq bigint, seat text, agent_role text, memory_type text, key text, content jsonb, importance real,
                       until_turn int, sources text[])""";

    /** Rows in order of id, so that two readers at once wait for each other instead of for ever. */
    private static final String RECALLED = """
            insert into memory_reads (reader, memory, reads, last_at)
            select s.id, m.id, 1, now()
            from simulations s join memories m on m.id in (:memories)
            where s.id = :reader
            order by m.id
            for key share of s, m
            on conflict (reader, memory) do update set reads = memory_reads.reads + 1, last_at = excluded.last_at""";

    /** As the next turn will find it. */
    private static final String LISTED =
            """
            from %s
            %s
            where not %s and not %s and not %s and coalesce(m.expires_at > now(), true)
              and (cast(:role as text) is null or m.agent_role = :role)
              and (cast(:type as text) is null or m.memory_type = :type)""".formatted(Lineage.KNOWN, Lineage.READS, Lineage.CLEARED, Lineage.FORGOTTEN, Lineage.OVER);

    private static final String PARTS = "with " + Lineage.parts("l.upto_seq");

    private static final String LIST = """
            %s select %s %s
            order by importance desc, m.created_at desc, m.turn desc, m.seq desc, m.key
            limit :limit offset :offset""".formatted(PARTS, Lineage.COLUMNS, LISTED);

    private static final String COUNT = "%s select count(*) %s".formatted(PARTS, LISTED);

    private static final String FIND = "%s select %s %s and m.id = :id".formatted(PARTS, Lineage.COLUMNS, LISTED);

    private static final String NEXT_TURN = "select current_turn + 1 from simulations where id = :id";

    private final JdbcClient jdbc;
    private final int retentionDays;
    private final Recall recall;
    private final Holdings holdings;
    private final EditRows edits;

    /** @param retentionDays after how many days a memory is forgotten */
    public Memories(JdbcClient jdbc, int retentionDays) {
        this.jdbc = jdbc;
        this.retentionDays = retentionDays;
        this.recall = new Recall(jdbc);
        this.holdings = new Holdings(jdbc);
        this.edits = new EditRows(jdbc, retentionDays);
    }

    /**
     * What a seat has before it in a turn: what is pinned, what it undertook, and the memories most worth recalling.
     *
     * @param head journal position the reader stands at; nothing later is seen
     * @param query what the turn is about
     */
    public Recalled recall(UUID reader, String seat, int turn, long head, String query) {
        return recall.of(reader, seat, turn, head, query);
    }

    /** What was not before the seat in a turn and was no candidate, either, newest first. */
    public LeftOut.Some leftOut(UUID reader, String seat, int turn, long head, Recalled recalled, int limit) {
        return LeftOut.find(jdbc, reader, seat, turn, head, recalled, limit);
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
        return list(reader, new MemoryFilter(agentRole, null), Integer.MAX_VALUE, 0);
    }

    /** A page of what is kept, by importance, then newest first. */
    public List<Memory> list(UUID reader, MemoryFilter filter, int limit, int offset) {
        return asked(LIST, reader, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(MemoryRows::read)
                .list();
    }

    public long count(UUID reader, MemoryFilter filter) {
        return asked(COUNT, reader, filter).query(Long.class).single();
    }

    /** One thing that is kept. */
    public Optional<Memory> find(UUID reader, UUID memory) {
        return asked(FIND, reader, MemoryFilter.ALL)
                .param("id", memory)
                .query(MemoryRows::read)
                .optional();
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

    /** Commitments of all seats that are open before a turn. */
    public List<Memory> open(UUID simulation, int turn) {
        return holdings.open(simulation, turn);
    }

    /** What all seats keep under some keys before a turn. */
    public List<Memory> named(UUID simulation, int turn, List<String> keys) {
        return holdings.named(simulation, turn, keys);
    }

    /** Facts that seats keep in just these words, in lower case; one that holds no longer can be learned again. */
    public List<Memory> facts(UUID simulation, int turn, List<String> texts) {
        return holdings.facts(
                simulation, turn, texts.stream().map(Storable::text).toList());
    }

    /** Whether a seat ever kept something under a key, forgotten or not. */
    public boolean isTaken(UUID simulation, String seat, String key) {
        return holdings.isTaken(simulation, seat, key);
    }

    /**
     * Lets a fact hold up to another turn. For the transaction that appends the turn's events.
     *
     * @param untilTurn null for good
     */
    public void extend(UUID simulation, int turn, Memory fact, @Nullable Integer untilTurn) {
        edits.extend(simulation, turn, fact, untilTurn);
    }

    /** Writes what became of a commitment in a turn. For the transaction that appends the turn's events. */
    public void settle(UUID simulation, int turn, Memory commitment, Outcome outcome) {
        edits.settle(simulation, turn, commitment, outcome);
    }

    private JdbcClient.StatementSpec asked(String sql, UUID reader, MemoryFilter filter) {
        int next = jdbc.sql(NEXT_TURN)
                .param("id", reader)
                .query(Integer.class)
                .optional()
                .orElse(1);
        return jdbc.sql(sql)
                .param("reader", reader)
                .param("turn", Integer.MAX_VALUE)
                .param("now_turn", next)
                .param("role", filter.agentRole())
                .param("type", filter.type() == null ? null : filter.type().word());
    }
}
