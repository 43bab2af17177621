package io.synthforce.store.bundle;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.store.turn.GivenInputs;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.scenario.Scenario;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what was played elsewhere. For one transaction that writes it whole. */
final class ImportRows {

    private static final String SIMULATION = """
            insert into simulations (id, owner, start_key, start_hash, parent, root, base_turn, name, description, text,
                                     scenario, changes, status, current_turn, max_turns, head, imported_from, imported_hash,
                                     recorded_inputs)
            values (:id, :owner, :key, :hash, cast(:parent as uuid), :root, :base, :name, :description, :text,
                    cast(:scenario as jsonb), cast(:changes as jsonb), :status, :turn, :max_turns, 0, :from, :journal,
                    :recorded)""";

    private static final String LINEAGE = """
            insert into lineage (simulation, ancestor, upto_seq, upto_turn, upto_edit, depth)
            select cast(:id as uuid), l.ancestor,
                   case when l.depth = 0 then s.head else l.upto_seq end,
                   case when l.depth = 0 then s.current_turn else l.upto_turn end,
                   case when l.depth = 0
                        then (select coalesce(max(e.id), 0) from memory_edits e where e.simulation = s.id)
                        else l.upto_edit end,
                   l.depth + 1
            from lineage l join simulations s on s.id = l.simulation where l.simulation = cast(:parent as uuid)
            union all
            select cast(:id as uuid), cast(:id as uuid), :for_ever, 2147483647, :for_ever, 0""";

    private static final String REQUEST = """
            insert into requests (simulation, key, operation, body, body_hash, state, turn, http_status, taken_at, closed_at)
            values (:id, 'import', 'next', '{}', '', 'done', :turn, 200, now(), now()) returning id""";

    private static final String TURN = """
            insert into turns (simulation, turn, request, state, engine, inputs, inputs_hash, events_hash, taken_at, ended_at)
            values (:id, :turn, :request, 'played', :engine, cast(:inputs as jsonb), :inputs_hash, :events_hash,
                    :taken_at, :ended_at)""";

    private static final String CALLS = """
            insert into calls (simulation, turn, seat, phase, round, role, state, input_hash, reply, content_hash, reason,
                               parse_step, attempt, model, scripted, recorded_at, imported)
            select :id, :turn, c.seat, lower(c.phase), c.round, c.role, case when c.reply is null then 'degraded' else 'ok' end,
                   c.input_hash, c.reply, c.content_hash, c.reason, c.parse_step, c.attempt, c.model, c.scripted, c.recorded_at,
                   true
            from jsonb_to_recordset(cast(:calls as jsonb)) as c (seat text, phase text, round int, role text,
              input_hash text, reply text, content_hash text, reason text, parse_step text, attempt uuid, model text,
              scripted boolean, recorded_at timestamptz)""";

    private static final String INTERVIEW = """
            insert into interviews (id, simulation, number, key, body_hash, turn, seat, role, question, state, detail,
                                    created_at, ended_at)
            values (gen_random_uuid(), :id, :number, 'import/' || :number, '', :turn, :seat, :role, :question, :state, :detail,
                    :created_at, :ended_at)""";

    /** Nothing was reserved and nothing is paid here, so no sum of costs counts them. */
    private static final String ATTEMPTS = """
            insert into attempts (id, simulation, owner, budget_scope, turn, seat, phase, round, resample, call_class, worker,
                                  state, model, served_model, scripted, request, reserved_tokens, http_status, prompt_tokens,
                                  cached_tokens, completion_tokens, reasoning_tokens, cost_usd, price_version,
                                  system_fingerprint, latency_ms, started_at, ended_at)
            select c.attempt, :id, :owner, :root, :turn, c.seat, lower(c.phase), c.round, (c.sent ->> 'resample')::int, 'next',
                   'import', 'recorded', c.sent ->> 'model', c.sent ->> 'served_model', c.scripted,
                   case when jsonb_typeof(c.sent -> 'request') = 'string' then c.sent ->> 'request'
                        else cast(c.sent -> 'request' as text) end,
                   0, 200, (c.sent ->> 'prompt_tokens')::int, (c.sent ->> 'cached_tokens')::int,
                   (c.sent ->> 'completion_tokens')::int, (c.sent ->> 'reasoning_tokens')::int, 0, 'imported',
                   c.sent ->> 'system_fingerprint', (c.sent ->> 'latency_ms')::int, (c.sent ->> 'started_at')::timestamptz,
                   (c.sent ->> 'ended_at')::timestamptz
            from jsonb_to_recordset(cast(:calls as jsonb)) as c (seat text, phase text, round int, scripted boolean,
              attempt uuid, sent jsonb)
            where c.sent is not null""";

    private static final String EDIT = """
            insert into memory_edits (simulation, ancestor, upto_seq, from_turn, made_at, memory, content, importance,
                                      until_turn, pinned, forgotten, settled, settled_turn)
            values (:id, cast(:ancestor as uuid), :upto_seq, :from_turn, :made_at, cast(:memory as uuid),
                    cast(:content as jsonb), :importance, :until_turn, :pinned, :forgotten, :settled, :settled_turn)
            returning id""";

    /** A memory is kept here for as long as it would have been there. */
    private static final String MEMORY = """
            insert into memories (id, simulation, seq, turn, seat, agent_role, memory_type, key, content, importance,
                                  until_turn, sources, created_at, expires_at, edit)
            values (:memory, :id, :seq, :turn, :seat, :role, :type, :key, cast(:content as jsonb), :importance, :until_turn,
                    array(select jsonb_array_elements_text(cast(:sources as jsonb))), :created_at,
                    now() + (cast(:expires_at as timestamptz) - cast(:created_at as timestamptz)), :edit)""";

    private static final String ADVANCE = "update simulations set head = :head where id = :id";

    private final JdbcClient jdbc;
    private final GivenInputs givenInputs;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.givenInputs = new GivenInputs(jdbc);
    }

    /** Whose it is and what it was asked for by. */
    record Asked(String owner, String key, String bodyHash) {}

    /** A call with the id its request has here. */
    private record Row(
            String seat,
            String phase,
            int round,
            String role,
            String inputHash,
            @Nullable String reply,
            @Nullable String contentHash,
            @Nullable String reason,
            @Nullable String parseStep,
            @Nullable UUID attempt,
            @Nullable String model,
            boolean scripted,
            Instant recordedAt,
            Bundle.@Nullable Sent sent) {

        static Row of(Bundle.Call call) {
            return new Row(
                    call.seat(),
                    call.phase().name(),
                    call.round(),
                    call.role(),
                    call.inputHash(),
                    call.reply(),
                    call.contentHash(),
                    call.reason(),
                    call.parseStep(),
                    call.sent() == null ? null : UUID.randomUUID(),
                    call.model(),
                    call.scripted(),
                    call.recordedAt(),
                    call.sent());
        }
    }

    /** @return the request its turns are answers to */
    long simulation(UUID id, UUID root, @Nullable UUID parent, Asked asked, Bundle.Head head, String journalHash) {
        Scenario scenario = head.scenario();
        boolean over =
                head.completed() || head.uptoTurn() >= scenario.settings().maxTurns();
        jdbc.sql(SIMULATION)
                .param("id", id)
                .param("owner", asked.owner())
                .param("key", asked.key())
                .param("hash", asked.bodyHash())
                .param("parent", parent, Types.OTHER)
                .param("root", root)
                .param("base", head.baseTurn())
                .param("name", Storable.textOrNull(scenario.name()))
                .param("description", Storable.textOrNull(scenario.description()))
                .param("text", Storable.text(scenario.text()))
                .param("scenario", Storable.json(scenario))
                .param(
                        "changes",
                        parent == null ? null : Storable.json(head.changes().toArray(Change[]::new)))
                .param("status", over ? "completed" : "active")
                .param("turn", head.uptoTurn())
                .param("max_turns", scenario.settings().maxTurns())
                .param("from", head.sessionId())
                .param("journal", journalHash)
                .param("recorded", Boolean.TRUE.equals(head.recordedInputs()))
                .update();
        jdbc.sql(LINEAGE)
                .param("id", id)
                .param("parent", parent, Types.OTHER)
                .param("for_ever", Long.MAX_VALUE)
                .update();
        head.given().forEach(given -> givenInputs.write(id, given.in(scenario, scenario.cast())));
        return jdbc.sql(REQUEST)
                .param("id", id)
                .param("turn", head.uptoTurn())
                .query(Long.class)
                .single();
    }

    void advance(UUID id, long head) {
        jdbc.sql(ADVANCE).param("id", id).param("head", head).update();
    }

    void turn(UUID id, long request, Bundle.Turn turn, String eventsHash) {
        jdbc.sql(TURN)
                .param("id", id)
                .param("turn", turn.turn())
                .param("request", request)
                .param("engine", turn.engine())
                .param("inputs", Storable.json(turn.inputs()))
                .param("inputs_hash", turn.inputsHash())
                .param("events_hash", eventsHash)
                .param("taken_at", Columns.time(turn.takenAt()))
                .param("ended_at", Columns.time(turn.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void interview(UUID id, Bundle.Interview interview) {
        jdbc.sql(INTERVIEW)
                .param("id", id)
                .param("number", interview.number())
                .param("turn", interview.turn())
                .param("seat", Storable.text(interview.seat()))
                .param("role", Storable.text(interview.role()))
                .param("question", Storable.text(interview.question()))
                .param("state", interview.state())
                .param("detail", Storable.textOrNull(interview.detail()))
                .param("created_at", Columns.time(interview.createdAt()))
                .param("ended_at", Columns.time(interview.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void calls(UUID id, UUID root, String owner, int turn, List<Bundle.Call> calls) {
        List<Row> rows = new ArrayList<>();
        calls.forEach(call -> rows.add(Row.of(call)));
        String json = Storable.json(rows);
        jdbc.sql(ATTEMPTS)
                .param("id", id)
                .param("owner", owner)
                .param("root", root.toString())
                .param("turn", turn)
                .param("calls", json)
                .update();
        jdbc.sql(CALLS).param("id", id).param("turn", turn).param("calls", json).update();
    }

    /** @return the id it has here */
    long edit(UUID id, Bundle.Edit edit, @Nullable UUID ancestor, @Nullable UUID memory) {
        return jdbc.sql(EDIT)
                .param("id", id)
                .param("ancestor", ancestor, Types.OTHER)
                .param("upto_seq", edit.uptoSeq(), Types.BIGINT)
                .param("from_turn", edit.fromTurn())
                .param("made_at", Columns.time(edit.madeAt()))
                .param("memory", memory, Types.OTHER)
                .param("content", json(edit.content()))
                .param("importance", edit.importance(), Types.REAL)
                .param("until_turn", edit.untilTurn(), Types.INTEGER)
                .param("pinned", edit.pinned())
                .param("forgotten", edit.forgotten())
                .param("settled", edit.settled())
                .param("settled_turn", edit.settledTurn(), Types.INTEGER)
                .query(Long.class)
                .single();
    }

    void kept(UUID id, UUID memory, Bundle.Kept kept, @Nullable Long edit) {
        jdbc.sql(MEMORY)
                .param("memory", memory)
                .param("id", id)
                .param("seq", kept.seq())
                .param("turn", kept.turn())
                .param("seat", kept.seat())
                .param("role", kept.agentRole())
                .param("type", kept.memoryType())
                .param("key", kept.key())
                .param("content", Storable.json(kept.content()))
                .param("importance", (float) kept.importance())
                .param("until_turn", kept.untilTurn(), Types.INTEGER)
                .param("sources", Storable.json(kept.sources()))
                .param("created_at", Columns.time(kept.createdAt()))
                .param("expires_at", Columns.time(kept.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("edit", edit, Types.BIGINT)
                .update();
    }

    private static @Nullable String json(@Nullable Map<String, Object> content) {
        return content == null ? null : Storable.json(content);
    }
}
