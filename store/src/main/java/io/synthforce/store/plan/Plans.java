package io.synthforce.store.plan;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.plan.Plan;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans by their natural key. A branch goes on with the plan of the trunk it was forked from. */
public class Plans {

    private static final String FIND = """
            select p.plan, p.figures
            from lineage l join plans p on p.simulation = l.ancestor and p.turn <= l.upto_turn
            where l.simulation = :simulation and p.turn = :turn order by l.depth limit 1""";

    private static final String INSERT = """
            insert into plans (simulation, turn, plan, figures)
            values (:simulation, :turn, cast(:plan as jsonb), cast(:figures as jsonb))""";

    private final JdbcClient jdbc;

    public Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param turn a turn that was played; before the first one nothing is planned */
    public PlanRow after(UUID simulation, int turn) {
        return jdbc.sql(FIND)
                .param("simulation", simulation)
                .param("turn", turn)
                .query((row, _) ->
                        new PlanRow(Columns.json(row, "plan", Plan.class), Columns.json(row, "figures", Figures.class)))
                .optional()
                .orElse(PlanRow.NONE);
    }

    /** Writes the plan of a turn, once. For the transaction that appends the turn's events. */
    public void write(UUID simulation, int turn, PlanRow row) {
        jdbc.sql(INSERT)
                .param("simulation", simulation)
                .param("turn", turn)
                .param("plan", Storable.json(row.plan()))
                .param("figures", Storable.json(row.figures()))
                .update();
    }
}
