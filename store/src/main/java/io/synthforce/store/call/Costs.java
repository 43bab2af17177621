package io.synthforce.store.call;

import io.synthforce.store.sql.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was spent, from the rows of all attempts: also of those that failed, that lost, or whose outcome is unknown. */
public class Costs {

    /** A refusal is not billed. A row without tokens was booked by nobody: what was reserved for it stays open. */
    private static final String SUMS = """
        count(*) as requests,
        count(*) filter (where a.state = 'recorded') as replies,
        coalesce(sum(prompt_tokens), 0) as prompt_tokens,
        coalesce(sum(cached_tokens), 0) as cached_tokens,
        coalesce(sum(completion_tokens), 0) as completion_tokens,
        coalesce(sum(reasoning_tokens), 0) as reasoning_tokens,
        coalesce(sum(cost_usd), 0) as usd,
        coalesce(sum(reserved_usd) filter (where cost_usd is null), 0) as open_usd,
        coalesce(sum(reserved_tokens) filter (where prompt_tokens is null and a.state <> 'refused'), 0) as open_tokens,
        count(*) filter (where cost_usd is null and reserved_usd is null) as unpriced,
        count(*) filter (where scripted) as scripted,
        count(*) filter (where a.state = 'open') as open,
        count(*) filter (where a.state = 'recorded') as recorded,
        count(*) filter (where a.state = 'lost') as lost,
        count(*) filter (where a.state = 'unusable') as unusable,
        count(*) filter (where a.state = 'refused') as refused,
        count(*) filter (where a.state = 'broken') as broken,
        count(*) filter (where a.state = 'unknown') as unknown\
        """;

    private static final String OF_SIMULATION = """
        select seat, turn, grouping(seat, turn) as level, %s,
               array_to_string(array_agg(distinct price_version) filter (where price_version is not null), ';') as versions
        from attempts a
        where simulation = :simulation and reserved_tokens > 0
        group by grouping sets ((), (seat), (turn))
        order by level desc, seat, turn\
        """.formatted(SUMS);

    private static final String OF_TREE = """
        select %s from attempts a where budget_scope = :root and reserved_tokens > 0\
        """.formatted(SUMS);

    private static final String BY_SIMULATION = """
        select a.simulation, s.name, s.experiment, s.id is null as deleted, %s
        from attempts a left join simulations s on s.id = a.simulation\
        """.formatted(SUMS);

    private static final String OF_BRANCHES = BY_SIMULATION + """
         where a.budget_scope = :root and a.reserved_tokens > 0
        group by a.simulation, s.id order by usd desc, prompt_tokens desc, a.simulation\
        """;

    private static final String OWNED =
            """
             where a.owner = :owner and a.reserved_tokens > 0
              and (:from is null or a.started_at >= :from) and (:until is null or a.started_at < :until)\
            """.replace(":from", "cast(:from as timestamptz)").replace(":until", "cast(:until as timestamptz)");

    private static final String OF_OWNER = "select %s from attempts a".formatted(SUMS) + OWNED;

    private static final String OF_OWNER_BY_SIMULATION = BY_SIMULATION + OWNED + """
         group by a.simulation, s.id order by max(a.started_at) desc, a.simulation limit :limit offset :offset\
        """;

    private static final String COUNT_OF_OWNER = "select count(distinct a.simulation) from attempts a" + OWNED;

    private static final int ALL = 3;

    private final JdbcClient jdbc;

    public Costs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cost of one simulation.
     *
     * @param seats by seat, the coordinator among them
     * @param turns by number
     * @param prices the versions of prices it was reckoned by
     */
    public record Spent(Cost total, Map<String, Cost> seats, Map<Integer, Cost> turns, List<String> prices) {}

    /**
     * What one simulation took, itself.
     *
     * @param experiment what it is or was a branch for, null for others and when it was deleted
     */
    public record OfSimulation(
            UUID simulation,
            @Nullable String name,
            @Nullable UUID experiment,
            boolean deleted,
            Cost cost) {}

    /** Of a simulation itself, without its branches. */
    public Spent of(UUID simulation) {
        var seats = new LinkedHashMap<String, Cost>();
        var turns = new TreeMap<Integer, Cost>();
        return jdbc.sql(OF_SIMULATION).param("simulation", simulation).query((ResultSet row) -> {
            Cost total = null;
            List<String> prices = List.of();
            while (row.next()) {
                var cost = read(row);
                if (row.getInt("level") == ALL) {
                    total = cost;
                    var versions = row.getString("versions");
                    prices = versions == null ? List.of() : List.of(versions.split(";"));
                } else if (row.getString("seat") != null) {
                    seats.put(row.getString("seat"), cost);
                } else {
                    turns.put(row.getInt("turn"), cost);
                }
            }
            if (total == null) {
                throw new IllegalStateException("a sum over nothing has a row too");
            }
            return new Spent(total, seats, turns, prices);
        });
    }

    /** Of everything that was forked from a simulation, itself included. */
    public Cost ofTree(UUID root) {
        return jdbc.sql(OF_TREE)
                .param("root", root.toString())
                .query((row, _) -> read(row))
                .single();
    }

    /** Of each simulation forked from a beginning, those of experiments and deleted ones among them; dearest first. */
    public List<OfSimulation> branches(UUID root) {
        return jdbc.sql(OF_BRANCHES)
                .param("root", root.toString())
                .query((row, _) -> ofSimulation(row))
                .list();
    }

    /** @param untilWhen not included */
    public record Period(@Nullable Instant from, @Nullable Instant untilWhen) {}

    /** Of everything an owner had, what was deleted too. */
    public Cost ofOwner(String owner, Period period) {
        return in(jdbc.sql(OF_OWNER).param("owner", owner), period)
                .query((row, _) -> read(row))
                .single();
    }

    /** The same by simulation, what asked last first. */
    public List<OfSimulation> ofOwner(String owner, Period period, int limit, int offset) {
        return in(jdbc.sql(OF_OWNER_BY_SIMULATION).param("owner", owner), period)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> ofSimulation(row))
                .list();
    }

    /** How many simulations of an owner asked for anything. */
    public long countOfOwner(String owner, Period period) {
        return in(jdbc.sql(COUNT_OF_OWNER).param("owner", owner), period)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec in(JdbcClient.StatementSpec sql, Period period) {
        return sql.param("from", Columns.time(period.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", Columns.time(period.untilWhen()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static OfSimulation ofSimulation(ResultSet row) throws SQLException {
        return new OfSimulation(
                Columns.uuid(row, "simulation"),
                row.getString("name"),
                Columns.uuidOrNull(row, "experiment"),
                row.getBoolean("deleted"),
                read(row));
    }

    private static Cost read(ResultSet row) throws SQLException {
        return new Cost(
                row.getInt("requests"),
                row.getInt("replies"),
                row.getLong("prompt_tokens"),
                row.getLong("cached_tokens"),
                row.getLong("completion_tokens"),
                row.getLong("reasoning_tokens"),
                plain(row.getBigDecimal("usd")),
                plain(row.getBigDecimal("open_usd")),
                row.getLong("open_tokens"),
                row.getInt("unpriced"),
                row.getInt("scripted"),
                outcomes(row));
    }

    private static Map<String, Integer> outcomes(ResultSet row) throws SQLException {
        var outcomes = new LinkedHashMap<String, Integer>();
        for (var state : AttemptResult.State.values()) {
            var word = Columns.word(state);
            if (row.getInt(word) > 0) {
                outcomes.put(word, row.getInt(word));
            }
        }
        return outcomes;
    }

    private static BigDecimal plain(BigDecimal usd) {
        return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }
}
