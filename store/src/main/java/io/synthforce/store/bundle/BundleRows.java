package io.synthforce.store.bundle;

import static java.util.Objects.requireNonNull;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.TurnCalls;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Reads what of a simulation nobody else shows whole: calls with their requests, memories, their edits, interviews. */
final class BundleRows {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private static final String CALL = """
            select c.*, a.request, a.model as asked_model, a.served_model, a.system_fingerprint, a.resample, a.prompt_tokens,
                   a.cached_tokens, a.completion_tokens, a.reasoning_tokens, a.cost_usd, a.price_version, a.latency_ms,
                   a.started_at, a.ended_at
            from calls c left join attempts a on a.id = c.attempt
            where c.simulation = :simulation and c.turn = :turn""";

    private static final String CALLS =
            CALL + " and " + TurnCalls.only("c.phase") + " order by c.recorded_at, c.phase, c.seat, c.round";

    private static final String ANSWER = CALL + " and c.phase = 'interview' and c.seat = :seat and c.round = :number";

    private static final String INTERVIEWS = """
            select * from interviews
            where simulation = :simulation and turn <= :upto and state <> 'open' order by number""";

    private static final String EDITS = """
            select e.* from lineage l join memory_edits e on e.simulation = l.ancestor and e.id <= l.upto_edit
            where l.simulation = :reader and l.ancestor = :simulation and e.from_turn - 1 <= l.upto_turn
            order by e.id""";

    /** What is in the simulation's own rows as far as a reader sees it, also what it has forgotten since. */
    private static final String MEMORIES = """
            select m.* from lineage l join memories m on m.simulation = l.ancestor
              and m.turn <= l.upto_turn
              and case when m.edit is null then m.seq <= l.upto_seq else m.edit <= l.upto_edit end
            where l.simulation = :reader and l.ancestor = :simulation and m.turn = :turn
            order by m.seq, m.seat, m.key""";

    private final JdbcClient jdbc;

    BundleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The calls that make a turn. */
    List<Bundle.Call> calls(UUID simulation, int turn) {
        return jdbc.sql(CALLS)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(BundleRows::call)
                .list();
    }

    /** What agents were asked as they were after the turns that are taken along. */
    List<Bundle.Interview> interviews(UUID simulation, int upto) {
        return jdbc.sql(INTERVIEWS)
                .param("simulation", simulation)
                .param("upto", upto)
                .query((row, _) -> new Bundle.Interview(
                        row.getInt("number"),
                        row.getInt("turn"),
                        row.getString("seat"),
                        row.getString("role"),
                        row.getString("question"),
                        row.getString("state"),
                        row.getString("detail"),
                        Columns.instant(row, "created_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        answer(simulation, row.getInt("turn"), row.getString("seat"), row.getInt("number"))))
                .list();
    }

    private Bundle.@Nullable Call answer(UUID simulation, int turn, String seat, int number) {
        return jdbc.sql(ANSWER)
                .param("simulation", simulation)
                .param("turn", turn)
                .param("seat", seat)
                .param("number", number)
                .query(BundleRows::call)
                .optional()
                .orElse(null);
    }

    List<Bundle.Edit> edits(UUID reader, UUID simulation) {
        return jdbc.sql(EDITS)
                .param("reader", reader)
                .param("simulation", simulation)
                .query(BundleRows::edit)
                .list();
    }

    List<Bundle.Kept> memories(UUID reader, UUID simulation, int turn) {
        return jdbc.sql(MEMORIES)
                .param("reader", reader)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(BundleRows::kept)
                .list();
    }

    private static Bundle.Call call(ResultSet row, int number) throws SQLException {
        return new Bundle.Call(
                row.getString("seat"),
                Columns.constant(row, "phase", Phase.class),
                row.getInt("round"),
                row.getString("role"),
                row.getString("input_hash"),
                row.getString("reply"),
                row.getString("content_hash"),
                row.getString("reason"),
                row.getString("parse_step"),
                row.getString("model"),
                row.getBoolean("scripted"),
                row.getBoolean("imported"),
                Columns.instant(row, "recorded_at"),
                row.getString("asked_model") == null ? null : sent(row));
    }

    private static Bundle.Sent sent(ResultSet row) throws SQLException {
        return new Bundle.Sent(
                request(row.getString("request")),
                requireNonNull(row.getString("asked_model")),
                row.getString("served_model"),
                row.getString("system_fingerprint"),
                row.getInt("resample"),
                Columns.intOrNull(row, "prompt_tokens"),
                Columns.intOrNull(row, "cached_tokens"),
                Columns.intOrNull(row, "completion_tokens"),
                Columns.intOrNull(row, "reasoning_tokens"),
                row.getBigDecimal("cost_usd"),
                row.getString("price_version"),
                Columns.intOrNull(row, "latency_ms"),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"));
    }

    private static @Nullable JsonNode request(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Json.mapper().readTree(text);
        } catch (JacksonException cut) {
            return Json.mapper().getNodeFactory().stringNode(text);
        }
    }

    private static Bundle.Edit edit(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        float importance = row.getFloat("importance");
        return new Bundle.Edit(
                row.getLong("id"),
                Columns.uuidOrNull(row, "ancestor"),
                Columns.longOrNull(row, "upto_seq"),
                row.getInt("from_turn"),
                Columns.instant(row, "made_at"),
                Columns.uuidOrNull(row, "memory"),
                content == null ? null : Json.mapper().readValue(content, OBJECT),
                content == null ? null : shortest(importance),
                Columns.intOrNull(row, "until_turn"),
                row.getBoolean("pinned"),
                row.getBoolean("forgotten"),
                row.getString("settled"),
                Columns.intOrNull(row, "settled_turn"));
    }

    private static Bundle.Kept kept(ResultSet row, int number) throws SQLException {
        Map<String, Object> content = Json.mapper().readValue(row.getString("content"), OBJECT);
        return new Bundle.Kept(
                Columns.uuid(row, "id"),
                row.getLong("seq"),
                row.getInt("turn"),
                row.getString("seat"),
                row.getString("agent_role"),
                row.getString("memory_type"),
                row.getString("key"),
                content,
                shortest(row.getFloat("importance")),
                Columns.intOrNull(row, "until_turn"),
                List.of((String[]) row.getArray("sources").getArray()),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.longOrNull(row, "edit"));
    }

    /** The shortest decimal of a stored four-byte number: 0.6 is read as it was written. */
    private static double shortest(float stored) {
        return Double.parseDouble(Float.toString(stored));
    }
}
