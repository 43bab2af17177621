package io.synthforce.store.simulation;

import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.simulation.Status;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalog. A simulation is written with its first journal entry and snapshot 0 before any workflow starts. */
public class Simulations {

    private static final String FIND = "select %s from simulations where id = :id".formatted(SimulationRows.COLUMNS);

    /** A turn a simulation was itself forked after is its own: its changes are made there. */
    private static final String AT_TURN = """
            select %s from simulations where id = (
              select l.ancestor from lineage l join simulations a on a.id = l.ancestor
              where l.simulation = :id and a.base_turn <= :turn and l.upto_turn >= :turn
              order by l.depth limit 1)""".formatted(SimulationRows.COLUMNS);

    private static final String HEAD = """
            select status, current_turn, head,
                   (select turn from turns t where t.simulation = s.id and t.state = 'taken') as turn_under_way
            from simulations s where id = :id""";

    private static final String FOUND = """
            from simulations
            where experiment is null and (cast(:status as text) is null or status = :status)
              and (cast(:text as text) is null
                   or strpos(lower(concat_ws(chr(10), name, description, text)), lower(:text)) > 0)""";

    private static final String LIST = """
            select %s %s
              and (cast(:at as timestamptz) is null or created_at < :at or created_at = :at and id > :id)
            order by created_at desc, id limit :limit offset :offset""".formatted(SimulationRows.SUMMARY_COLUMNS, FOUND);

    private static final String COUNT = "select count(*) %s".formatted(FOUND);

    private static final String IDLE = """
            select id from simulations s
            where status in ('active', 'paused') and experiment is null
              and updated_at <= now() - make_interval(secs => :since)
              and updated_at > now() - make_interval(secs => :since + :within)
              and not exists (select from requests r where r.simulation = s.id and r.state in ('open', 'taken'))
            order by id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Doorbell doorbell;
    private final Beginnings beginnings;
    private final Deletions deletions;

    public Simulations(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JournalRows journal,
            Snapshots snapshots,
            Doorbell doorbell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.doorbell = doorbell;
        this.beginnings = new Beginnings(jdbc, journal, snapshots);
        this.deletions = new Deletions(jdbc);
    }

    /** How a start went. */
    public sealed interface Started {
        /** Written now, or earlier under the same key and body. */
        record Simulation(SimulationRow row, boolean isNew) implements Started {}

        /** The key was used for another body. */
        record KeyConflict() implements Started {}
    }

    /** How a deletion went. */
    public sealed interface Deleted {
        /** @param simulations all that went, branches before what they branched from */
        record Gone(List<UUID> simulations, List<UUID> experiments) implements Deleted {}

        record Unknown() implements Deleted {}

        /** It has branches and {@code cascade} was not asked for. */
        record HasBranches(List<UUID> branches) implements Deleted {}
    }

    public Started start(UUID id, String owner, String key, String bodyHash, Scenario scenario) {
        return start(id, owner, key, bodyHash, scenario, Spending.UNLIMITED);
    }

    public Started start(UUID id, String owner, String key, String bodyHash, Scenario scenario, Spending spending) {
        Optional<Started> started = Optional.empty();
        while (started.isEmpty()) {
            // What holds the key may be deleted between the two looks; then the key is free again.
            started = transaction.execute(_ -> beginnings
                    .write(id, owner, key, bodyHash, scenario, spending)
                    .or(() -> beginnings.find(owner, key, bodyHash)));
        }
        return started.get();
    }

    public Optional<SimulationRow> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(SimulationRows::read).optional();
    }

    /** The simulation whose snapshot stands for a turn, and by whose scenario a fork of that turn goes on. */
    public Optional<SimulationRow> at(UUID id, int turn) {
        return jdbc.sql(AT_TURN)
                .param("id", id)
                .param("turn", turn)
                .query(SimulationRows::read)
                .optional();
    }

    /** Without the scenario, which is long and never changes. */
    public Optional<SimulationHead> head(UUID id) {
        return jdbc.sql(HEAD)
                .param("id", id)
                .query((row, _) -> new SimulationHead(
                        Columns.constant(row, "status", Status.class),
                        row.getInt("current_turn"),
                        row.getLong("head"),
                        Columns.intOrNull(row, "turn_under_way")))
                .optional();
    }

    /**
     * Newest first.
     *
     * @param after leaves out what stands up to there; null begins with the newest
     */
    public List<SimulationSummary> list(SimulationFilter filter, @Nullable Place after, int limit, int offset) {
        return jdbc.sql(LIST)
                .param("status", filter.status())
                .param("text", Storable.textOrNull(filter.text()))
                .param("at", after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .param("offset", offset)
                .query(SimulationRows::readSummary)
                .list();
    }

    public long count(SimulationFilter filter) {
        return jdbc.sql(COUNT)
                .param("status", filter.status())
                .param("text", Storable.textOrNull(filter.text()))
                .query(Long.class)
                .single();
    }

    /** Those nobody asked for anything for so long, as of a moment within the last while, and that owe nobody an answer. */
    public List<UUID> idle(Duration since, Duration within) {
        return jdbc.sql(IDLE)
                .param("since", since.toSeconds())
                .param("within", within.toSeconds())
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
    }

    public Deleted delete(UUID id, boolean cascade) {
        Deleted deleted = transaction.execute(_ -> deletions.delete(id, cascade));
        if (deleted instanceof Deleted.Gone gone) {
            gone.simulations().forEach(doorbell::ring);
            gone.experiments().forEach(doorbell::ring);
        }
        return deleted;
    }
}
