package io.synthforce.store.judging;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.judging.Asking;
import io.synthforce.workflows.judging.Holds;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.judging.Quote;
import io.synthforce.workflows.judging.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the judge said of the runs of experiments; the first ruling on a matter stands. */
public class Rulings {

    private static final String INSERT = """
            insert into rulings (experiment, position, proposition, asking, holds, evidence, reason, model, scripted, left_out)
            select experiment, position, :proposition, :asking, :holds, cast(:evidence as jsonb), :reason, :model, :scripted,
                   :left_out
            from experiment_runs where experiment = :experiment and position = :position
            on conflict do nothing""";

    private static final String OF = """
            select position, proposition, asking, holds, evidence, reason, model, scripted, left_out
            from rulings where experiment = :experiment order by position, proposition, asking""";

    private final JdbcClient jdbc;

    public Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing where there is a ruling already, or the experiment is gone. */
    public void keep(UUID experiment, Ruling ruling) {
        jdbc.sql(INSERT)
                .param("experiment", experiment)
                .param("position", ruling.matter().position())
                .param("proposition", ruling.matter().proposition())
                .param("asking", Columns.word(ruling.matter().asking()))
                .param("holds", ruling.holds() == null ? null : ruling.holds().word())
                .param("evidence", Storable.json(ruling.evidence()))
                .param("reason", Storable.text(ruling.reason()))
                .param("model", ruling.model())
                .param("scripted", ruling.scripted())
                .param("left_out", ruling.leftOut())
                .update();
    }

    /** In the order of the plan. */
    public List<Ruling> of(UUID experiment) {
        return jdbc.sql(OF).param("experiment", experiment).query(Rulings::read).list();
    }

    private static Ruling read(ResultSet row, int number) throws SQLException {
        return new Ruling(
                new Matter(
                        row.getInt("position"),
                        row.getInt("proposition"),
                        Columns.constant(row, "asking", Asking.class)),
                row.getString("holds") == null ? null : Columns.constant(row, "holds", Holds.class),
                List.of(Columns.json(row, "evidence", Quote[].class)),
                row.getString("reason"),
                row.getString("model"),
                row.getBoolean("scripted"),
                row.getInt("left_out"));
    }
}
