package io.synthforce.store.memory;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.memory.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends edits, and memories that come with one. For a transaction that holds the simulation's lock. */
final class EditRows {

    /** A turn that has begun goes on with what it knows, so that its calls see the same whenever they are made. */
    private static final String FROM_TURN = """
            1 + coalesce((select max(t.turn) from turns t where t.simulation = :id
                          and (t.state = 'taken' or t.state = 'left' and exists (
                            select from calls c where c.simulation = t.simulation and c.turn = t.turn))), :current_turn)""";

    private static final String CLEAR = """
            insert into memory_edits (simulation, ancestor, upto_seq, from_turn)
            select l.simulation, l.ancestor, case when l.depth = 0 then :head else l.upto_seq end, %s
            from lineage l where l.simulation = :id""".formatted(FROM_TURN);

    private static final String WRITE = """
            insert into memory_edits (simulation, from_turn, memory, content, importance, until_turn, pinned, forgotten,
                                      settled, settled_turn, request_key, request_hash)
            values (:id, %s, :memory, cast(:content as jsonb), :importance, :until_turn, :pinned, :forgotten,
                    :settled, :settled_turn, :request_key, :request_hash)
            returning id""";

    private static final String EDIT = WRITE.formatted(FROM_TURN);

    private static final String PROJECT = WRITE.formatted(":current_turn + 1");

    /** It is learned in the turn before the one its edit counts from. */
    private static final String ADD = """
            insert into memories (id, simulation, seq, turn, seat, agent_role, memory_type, key, content, importance,
                                  until_turn, expires_at, edit)
            select :memory, :id, :head, e.from_turn - 1, :seat, :role, :type, :key,
                   e.content || jsonb_build_object('turn', e.from_turn - 1), e.importance, e.until_turn,
                   least(cast(:expires_at as timestamptz), now() + make_interval(days => :days)), e.id
            from memory_edits e where e.id = :edit""";

    private final JdbcClient jdbc;
    private final int retentionDays;

    EditRows(JdbcClient jdbc, int retentionDays) {
        this.jdbc = jdbc;
        this.retentionDays = retentionDays;
    }

    /** A memory as it is from a turn on. */
    private record Version(
            UUID memory,
            Object content,
            double importance,
            @Nullable Integer untilTurn,
            boolean pinned,
            boolean forgotten,
            @Nullable Outcome settled,
            @Nullable Integer settledTurn) {

        static Version of(Memory memory, boolean forgotten) {
            return new Version(
                    memory.id(),
                    memory.content(),
                    memory.importance(),
                    memory.untilTurn(),
                    memory.pinned(),
                    forgotten,
                    memory.settled(),
                    memory.settledTurn());
        }

        Version until(@Nullable Integer otherTurn) {
            return new Version(memory, content, importance, otherTurn, pinned, forgotten, settled, settledTurn);
        }

        Version settled(Outcome outcome, int turn) {
            return new Version(memory, content, importance, untilTurn, pinned, forgotten, outcome, turn);
        }
    }

    /** Under which key an edit was asked for. */
    record Request(@Nullable String key, @Nullable String hash) {

        static final Request NONE = new Request(null, null);
    }

    void clear(LockedSimulation simulation) {
        jdbc.sql(CLEAR)
                .param("id", simulation.id())
                .param("current_turn", simulation.currentTurn())
                .param("head", simulation.head())
                .update();
    }

    void write(LockedSimulation simulation, Memory memory, boolean forgotten) {
        write(EDIT, simulation.id(), simulation.currentTurn(), Version.of(memory, forgotten), Request.NONE);
    }

    /** Writes what became of a commitment in a turn that is being projected. */
    void settle(UUID simulation, int turn, Memory commitment, Outcome outcome) {
        write(PROJECT, simulation, turn, Version.of(commitment, false).settled(outcome, turn), Request.NONE);
    }

    /** Writes up to when a fact holds that was said again in a turn that is being projected. */
    void extend(UUID simulation, int turn, Memory fact, @Nullable Integer untilTurn) {
        write(PROJECT, simulation, turn, Version.of(fact, false).until(untilTurn), Request.NONE);
    }

    UUID add(LockedSimulation simulation, String seat, String key, AddedMemory added, Request request) {
        UUID memory = UUID.randomUUID();
        NewMemory.Content content = new NewMemory.Content(null, added.summary(), added.actions());
        Version version =
                new Version(memory, content, added.importance(), added.untilTurn(), added.pinned(), false, null, null);
        long edit = write(EDIT, simulation.id(), simulation.currentTurn(), version, request);
        jdbc.sql(ADD)
                .param("memory", memory)
                .param("id", simulation.id())
                .param("head", simulation.head())
                .param("seat", seat)
                .param("role", added.agentRole())
                .param("type", added.type().word())
                .param("key", key)
                .param("expires_at", Columns.time(added.expiresAt()))
                .param("days", retentionDays)
                .param("edit", edit)
                .update();
        return memory;
    }

    private long write(String sql, UUID simulation, int currentTurn, Version version, Request request) {
        return jdbc.sql(sql)
                .param("id", simulation)
                .param("current_turn", currentTurn)
                .param("memory", version.memory())
                .param("content", Storable.json(version.content()))
                .param("importance", (float) version.importance())
                .param("until_turn", version.untilTurn())
                .param("pinned", version.pinned())
                .param("forgotten", version.forgotten())
                .param(
                        "settled",
                        version.settled() == null ? null : version.settled().word())
                .param("settled_turn", version.settledTurn())
                .param("request_key", request.key())
                .param("request_hash", request.hash())
                .query(Long.class)
                .single();
    }
}
