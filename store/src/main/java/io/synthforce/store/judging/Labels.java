package io.synthforce.store.judging;

import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.judging.RunLabel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people said of the runs of experiments. Whoever labels a run again has changed their mind. */
public class Labels {

    private static final String UPSERT = """
            insert into labels (experiment, position, proposition, labeller, holds, note)
            values (:experiment, :position, :proposition, :labeller, :holds, :note)
            on conflict (experiment, position, proposition, labeller) do update
            set holds = excluded.holds, note = excluded.note, labelled_at = clock_timestamp()
            where (labels.holds, labels.note) is distinct from (excluded.holds, excluded.note)""";

    private static final String OF = """
            select position, proposition, labeller, holds, note
            from labels where experiment = :experiment order by position, proposition, labeller""";

    private final JdbcClient jdbc;

    public Labels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(UUID experiment, RunLabel label) {
        jdbc.sql(UPSERT)
                .param("experiment", experiment)
                .param("position", label.position())
                .param("proposition", label.proposition())
                .param("labeller", Storable.text(label.labeller()))
                .param("holds", label.holds())
                .param("note", Storable.textOrNull(label.note()))
                .update();
    }

    /** In the order of the plan. */
    public List<RunLabel> of(UUID experiment) {
        return jdbc.sql(OF).param("experiment", experiment).query(Labels::read).list();
    }

    private static RunLabel read(ResultSet row, int number) throws SQLException {
        return new RunLabel(
                row.getInt("position"),
                row.getInt("proposition"),
                row.getString("labeller"),
                row.getBoolean("holds"),
                row.getString("note"));
    }
}
