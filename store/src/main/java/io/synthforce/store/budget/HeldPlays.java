package io.synthforce.store.budget;

import io.synthforce.store.budget.Budgets.Released;
import io.synthforce.store.sql.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays that wait for their budget. Whoever looks after open requests rings again for those that are released. */
final class HeldPlays {

    private static final String HOLD = "update requests set over_budget = true where id = :id";

    private static final String RELEASE = """
        update requests set over_budget = false, run_id = null, scanned_at = null
        where over_budget and state in ('open', 'taken')
          and simulation in (select id from simulations where root = :root)
        returning simulation, id""";

    private final JdbcClient jdbc;

    HeldPlays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(long request) {
        jdbc.sql(HOLD).param("id", request).update();
    }

    List<Released> release(UUID root) {
        return jdbc.sql(RELEASE)
                .param("root", root)
                .query((row, _) -> new Released(Columns.uuid(row, "simulation"), row.getLong("id")))
                .list();
    }
}
