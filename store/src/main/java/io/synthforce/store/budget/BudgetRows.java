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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of budgets, and the sums they are held against. */
final class BudgetRows {

    private static final String ROOT = """
        select b.root as id, b.max_tokens, b.max_usd
        from budgets b join simulations s on s.root = b.root
        where s.id = :simulation""";

    /** A branch that is played on by hand when its what-if is over spends from that no more. */
    private static final String WHAT_IF = """
        select e.id, e.max_tokens, e.max_usd
        from simulations s join experiments e on e.id = s.experiment
        where s.id = :simulation and e.state in ('running', 'cancelling')
          and (e.max_tokens is not null or e.max_usd is not null)""";

    private static final String OF_WHAT_IF = """
        select id, max_tokens, max_usd from experiments
        where id = :id and (max_tokens is not null or max_usd is not null)""";

    private static final String PUT_WHAT_IF = """
        update experiments set max_tokens = :max_tokens, max_usd = :max_usd
        where id = :id and state in ('running', 'cancelling')""";

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
        where %s and a.reserved_tokens > 0""";

    /** Its trunks spend from it, too; what was deleted has spent all the same. */
    private static final String BRANCHES = """
        (select branch from experiment_runs where experiment = :scope
         union all select simulation from experiment_trunks where experiment = :scope)""";

    private static final String BOOKED_OF_ROOT = BOOKED.formatted("a.budget_scope = cast(:scope as text)");
    private static final String BOOKED_OF_WHAT_IF = BOOKED.formatted("a.simulation in " + BRANCHES);

    private static final String SUMS = """
        with booked as (%s),
        under_way as (
          select t.simulation, t.turn,
                 greatest(0, t.reserved_tokens - coalesce(sum(b.tokens), 0)) as tokens,
                 greatest(0, t.reserved_usd - coalesce(sum(b.usd), 0)) as usd
          from simulations s
          join turns t on t.simulation = s.id and t.state = 'taken' and t.reserved_tokens is not null
          left join booked b on b.simulation = t.simulation and b.turn = t.turn and b.started_at >= t.taken_at
          where %s
          group by t.simulation, t.turn)
        select (select coalesce(sum(tokens), 0) from booked) as spent_tokens,
               (select case when bool_or(usd is null) then null else coalesce(sum(usd), 0) end from booked) as spent_usd,
               (select coalesce(sum(tokens), 0) from under_way) as reserved_tokens,
               (select case when bool_or(usd is null) then null else coalesce(sum(usd), 0) end from under_way)
                 as reserved_usd""";

    private static final String SUMS_OF_ROOT = SUMS.formatted(BOOKED_OF_ROOT, "s.root = :scope");
    private static final String SUMS_OF_WHAT_IF = SUMS.formatted(BOOKED_OF_WHAT_IF, "s.experiment = :scope");

    private static final String BLOCKS = """
        with booked as (%s)
        select r.block, sum(b.tokens) as block_tokens,
               case when bool_or(b.usd is null) then null else sum(b.usd) end as block_usd
        from booked b join experiment_runs r on r.branch = b.simulation
        group by r.block""".formatted(BOOKED_OF_WHAT_IF);

    private final JdbcClient jdbc;

    BudgetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Scope scope, Budget budget) {}

    Optional<Row> find(UUID simulation) {
        return row(ROOT, "simulation", simulation, Scope.Root::new);
    }

    Optional<Row> ofWhatIf(UUID experiment) {
        return row(OF_WHAT_IF, "id", experiment, Scope.WhatIf::new);
    }

    /**
     * All budgets that a simulation spends from, that of its beginning before that of its what-if. Until the transaction
     * ends nobody else reserves, raises or lowers. Taken after the locks of simulations. The sums are read by statements of
     * their own, so they hold what the holder before has written.
     */
    List<Row> lock(UUID simulation) {
        return Stream.of(
                        row(ROOT + " for no key update of b", "simulation", simulation, Scope.Root::new),
                        row(WHAT_IF + " for no key update of e", "simulation", simulation, Scope.WhatIf::new))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @return false when the what-if is over, or unknown; else it is locked */
    boolean putWhatIf(UUID experiment, Budget budget) {
        return jdbc.sql(PUT_WHAT_IF)
                        .param("id", experiment)
                        .param("max_tokens", budget.maxTokens(), Types.BIGINT)
                        .param("max_usd", budget.maxUsd(), Types.NUMERIC)
                        .update()
                == 1;
    }

    void put(UUID simulation, Budget budget) {
        jdbc.sql(PUT)
                .param("simulation", simulation)
                .param("max_tokens", budget.maxTokens(), Types.BIGINT)
                .param("max_usd", budget.maxUsd(), Types.NUMERIC)
                .update();
    }

    Balance balance(Row of) {
        String sums = switch (of.scope()) {
            case Scope.Root _ -> SUMS_OF_ROOT;
            case Scope.WhatIf _ -> SUMS_OF_WHAT_IF;
        };
        return jdbc.sql(sums)
                .param("scope", of.scope().id())
                .query((row, _) -> new Balance(of.budget(), amount(row, "spent"), amount(row, "reserved")))
                .single();
    }

    /** What was booked for the runs of each block of a what-if. */
    Map<Integer, Amount> blocks(UUID experiment) {
        Map<Integer, Amount> blocks = new TreeMap<>();
        jdbc.sql(BLOCKS).param("scope", experiment).query(row -> {
            blocks.put(row.getInt("block"), amount(row, "block"));
        });
        return blocks;
    }

    Optional<Estimate> estimate(UUID simulation) {
        return jdbc.sql(ESTIMATE)
                .param("simulation", simulation)
                .query((row, _) -> Columns.json(row, "estimate", Estimate.class))
                .optional();
    }

    private Optional<Row> row(String sql, String parameter, UUID id, Function<UUID, Scope> scope) {
        return jdbc.sql(sql)
                .param(parameter, id)
                .query((row, _) -> new Row(
                        scope.apply(Columns.uuid(row, "id")),
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
