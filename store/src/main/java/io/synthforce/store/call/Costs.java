package io.synthforce.store.call;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was spent, from the rows of all attempts: also of those that failed, that lost, or whose outcome is unknown. */
public class Costs {

    /** A refusal is not billed. A row without tokens was booked by nobody: what was reserved for it stays open. */
    private static final String SUMS = """
        count(*) as requests,
        count(*) filter (where state = 'recorded') as replies,
        coalesce(sum(prompt_tokens), 0) as prompt_tokens,
        coalesce(sum(cached_tokens), 0) as cached_tokens,
        coalesce(sum(completion_tokens), 0) as completion_tokens,
        coalesce(sum(reasoning_tokens), 0) as reasoning_tokens,
        coalesce(sum(cost_usd), 0) as usd,
        coalesce(sum(reserved_usd) filter (where cost_usd is null), 0) as open_usd,
        coalesce(sum(reserved_tokens) filter (where prompt_tokens is null and state <> 'refused'), 0) as open_tokens,
        count(*) filter (where cost_usd is null and reserved_usd is null) as unpriced\
        """;

    private static final String OF_SIMULATION = """
        select seat, turn, grouping(seat, turn) as level, %s,
               array_to_string(array_agg(distinct price_version) filter (where price_version is not null), ';') as versions
        from attempts
        where simulation = :simulation and reserved_tokens > 0
        group by grouping sets ((), (seat), (turn))
        order by level desc, seat, turn\
        """.formatted(SUMS);

    private static final String OF_TREE = """
        select %s from attempts where budget_scope = :root and reserved_tokens > 0\
        """.formatted(SUMS);

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
                row.getInt("unpriced"));
    }

    private static BigDecimal plain(BigDecimal usd) {
        return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }
}
