package io.synthforce.store.lineage;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.simulation.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trees of forks. */
public class Lineages {

    private static final String TREE = """
            select s.id, s.parent, s.base_turn, s.name, s.status, s.current_turn, s.max_turns,
                   coalesce(s.changes, '[]') as changes, s.created_at,
                   (select max(depth) from lineage l where l.simulation = s.id) as depth,
                   s.experiment, r.block,
                   case when r.option > 0 then e.plan -> 'options' -> (r.option - 1) ->> 'name' end as option,
                   case when e.plan -> 'trunks' is not null then coalesce(r.trunk, t.trunk) end as trunk
            from simulations s left join experiment_runs r on r.branch = s.id
              left join experiment_trunks t on t.simulation = s.id
              left join experiments e on e.id = s.experiment
            where s.root = :root %s
            order by depth, s.created_at, s.id""";

    private static final String WHOLE = TREE.formatted("");

    /** Branches of experiments stay where something else hangs on them. */
    private static final String BY_HAND = TREE.formatted("""
            and (s.experiment is null or exists (
              select from lineage l join simulations d on d.id = l.simulation
              where l.ancestor = s.id and (d.experiment is null or d.id = :asked)))""");

    private static final String ANCESTORS = """
            select ancestor, upto_seq, upto_turn, depth from lineage where simulation = :simulation order by depth desc""";

    private static final String CHANGES = "select coalesce(changes, '[]') as changes from simulations where id = :id";

    private final JdbcClient jdbc;

    public Lineages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that descend from a root, it itself first; parents come before what was forked from them. */
    public List<Relative> tree(UUID root) {
        return jdbc.sql(WHOLE).param("root", root).query(Lineages::relative).list();
    }

    /** As {@link #tree}, without branches of experiments that lead nowhere else; the one that is asked for stays. */
    public List<Relative> treeByHand(UUID root, UUID asked) {
        return jdbc.sql(BY_HAND)
                .param("root", root)
                .param("asked", asked)
                .query(Lineages::relative)
                .list();
    }

    /** What a simulation was forked with; none when it was started, or is not there. */
    public List<Change> changes(UUID simulation) {
        return jdbc.sql(CHANGES)
                .param("id", simulation)
                .query((row, _) -> List.of(Columns.json(row, "changes", Change[].class)))
                .optional()
                .orElse(List.of());
    }

    /** From the root down to the simulation itself. */
    public List<Ancestor> ancestors(UUID simulation) {
        return jdbc.sql(ANCESTORS)
                .param("simulation", simulation)
                .query((row, _) -> new Ancestor(
                        Columns.uuid(row, "ancestor"),
                        row.getLong("upto_seq"),
                        row.getInt("upto_turn"),
                        row.getInt("depth")))
                .list();
    }

    private static Relative relative(ResultSet row, int number) throws SQLException {
        return new Relative(
                Columns.uuid(row, "id"),
                Columns.uuidOrNull(row, "parent"),
                row.getInt("base_turn"),
                row.getInt("depth"),
                row.getString("name"),
                Columns.constant(row, "status", Status.class),
                row.getInt("current_turn"),
                row.getInt("max_turns"),
                List.of(Columns.json(row, "changes", Change[].class)),
                Columns.instant(row, "created_at"),
                Columns.uuidOrNull(row, "experiment"),
                row.getString("option"),
                Columns.intOrNull(row, "block"),
                Columns.intOrNull(row, "trunk"));
    }
}
