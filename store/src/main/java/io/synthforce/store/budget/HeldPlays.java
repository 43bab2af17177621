package io.synthforce.store.budget;

import io.synthforce.store.budget.Budgets.Released;
import io.synthforce.store.sql.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays that wait for their budget. Whoever looks after open requests rings again for those that are released. */
final class HeldPlays {

    private static final String HOLD = "update requests set over_budget = true where id = :id";

    private static final String RELEASE = """
        update requests set over_budget = false, run_id = null, scanned_at = null
        where over_budget and state in ('open', 'taken')
          and simulation in (%s)
        returning simulation, id""";

    private static final String OF_ROOT = RELEASE.formatted("select id from simulations where root = :scope");
    private static final String OF_WHAT_IF = RELEASE.formatted("select id from simulations where experiment = :scope");

    private final JdbcClient jdbc;

    HeldPlays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(long request) {
        jdbc.sql(HOLD).param("id", request).update();
    }

    List<Released> release(Scope scope) {
        String release = switch (scope) {
            case Scope.Root _ -> OF_ROOT;
            case Scope.WhatIf _ -> OF_WHAT_IF;
        };
        return jdbc.sql(release)
                .param("scope", scope.id())
                .query((row, _) -> new Released(Columns.uuid(row, "simulation"), row.getLong("id")))
                .list();
    }
}
