package io.synthforce.store.budget;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.budget.Estimate;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of budgets, and the sums they are held against. */
final class BudgetRows {

    private static final String FIND = """
        select b.root, b.max_tokens, b.max_usd
        from budgets b join simulations s on s.root = b.root
        where s.id = :simulation""";

    /** After the lock the sums are read by a statement of their own, so they hold what the holder before has written. */
    private static final String LOCK = FIND + " for no key update of b";

    private static final String ESTIMATE =
            "select estimate from simulations where id = :simulation and estimate is not null";

    private static final String PUT = """
        insert into budgets (root, max_tokens, max_usd)
        select root, :max_tokens, :max_usd from simulations where id = :simulation
        on conflict (root) do update
        set max_tokens = excluded.max_tokens, max_usd = excluded.max_usd, updated_at = now()""";

    /** Billed, where the provider told; else what was reserved. A refusal is not billed. */
    private static final String BOOKED = """
        select a.simulation, a.turn, a.started_at,
               case when a.prompt_tokens is not null then a.prompt_tokens + a.completion_tokens
                    when a.cost_usd = 0 then 0
                    else a.reserved_tokens end as tokens,
               coalesce(a.cost_usd, a.reserved_usd) as usd
        from attempts a
        where a.budget_scope = cast(:root as text) and a.reserved_tokens > 0""";

    private static final String SUMS = """
        with booked as (%s),
        under_way as (
          select t.simulation, t.turn,
                 greatest(0, t.reserved_tokens - coalesce(sum(b.tokens), 0)) as tokens,
                 greatest(0, t.reserved_usd - coalesce(sum(b.usd), 0)) as usd
          from simulations s
          join turns t on t.simulation = s.id and t.state = 'taken' and t.reserved_tokens is not null
          left join booked b on b.simulation = t.simulation and b.turn = t.turn and b.started_at >= t.taken_at
          where s.root = :root
          group by t.simulation, t.turn)
        select (select coalesce(sum(tokens), 0) from booked) as spent_tokens,
               (select case when bool_or(usd is null) then null else coalesce(sum(usd), 0) end from booked) as spent_usd,
               (select coalesce(sum(tokens), 0) from under_way) as reserved_tokens,
               (select case when bool_or(usd is null) then null else coalesce(sum(usd), 0) end from under_way)
                 as reserved_usd""".formatted(BOOKED);

    private final JdbcClient jdbc;

    BudgetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The budget of everything forked from {@code root}. */
    record Row(UUID root, Budget budget) {}

    Optional<Row> find(UUID simulation) {
        return row(FIND, simulation);
    }

    /** Until the transaction ends nobody else reserves, raises or lowers. Taken after the locks of simulations. */
    Optional<Row> lock(UUID simulation) {
        return row(LOCK, simulation);
    }

    void put(UUID simulation, Budget budget) {
        jdbc.sql(PUT)
                .param("simulation", simulation)
                .param("max_tokens", budget.maxTokens(), Types.BIGINT)
                .param("max_usd", budget.maxUsd(), Types.NUMERIC)
                .update();
    }

    Balance balance(UUID root, Budget budget) {
        return jdbc.sql(SUMS)
                .param("root", root)
                .query((row, _) -> new Balance(budget, amount(row, "spent"), amount(row, "reserved")))
                .single();
    }

    Optional<Estimate> estimate(UUID simulation) {
        return jdbc.sql(ESTIMATE)
                .param("simulation", simulation)
                .query((row, _) -> Columns.json(row, "estimate", Estimate.class))
                .optional();
    }

    private Optional<Row> row(String sql, UUID simulation) {
        return jdbc.sql(sql)
                .param("simulation", simulation)
                .query((row, _) -> new Row(
                        Columns.uuid(row, "root"),
                        new Budget(Columns.longOrNull(row, "max_tokens"), usd(row, "max_usd"))))
                .optional();
    }

    private static Amount amount(ResultSet row, String of) throws SQLException {
        return new Amount(row.getLong(of + "_tokens"), usd(row, of + "_usd"));
    }

    private static @Nullable BigDecimal usd(ResultSet row, String column) throws SQLException {
        BigDecimal usd = row.getBigDecimal(column);
        if (usd == null) {
            return null;
        }
        return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }
}
