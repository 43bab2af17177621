package io.synthforce.store.experiment;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the trunks of experiments. */
final class TrunkRows {

    private static final String INSERT = """
            insert into experiment_trunks (experiment, trunk, repeat, simulation)
            values (:experiment, :trunk, :repeat, :simulation)""";

    private static final String OF = "select * from experiment_trunks where experiment = :experiment order by trunk";

    private static final String BEGIN = """
            update experiment_trunks set state = 'playing'
            where experiment = :experiment and simulation = :simulation and state = 'waiting'""";

    private static final String END = """
            update experiment_trunks set state = :state, turn = :turn, failure = :failure, ended_at = now()
            where experiment = :experiment and simulation = :simulation and state in ('waiting', 'playing')""";

    private static final String SKIP_REST = """
            update experiment_trunks t set state = 'skipped', ended_at = now()
            where experiment = :experiment and state = 'waiting'
              and not exists (select from experiment_runs r
                              where r.experiment = t.experiment and r.trunk = t.trunk and r.state <> 'skipped')""";

    private static final String CLOSE = """
            update experiment_trunks
            set state = case state when 'playing' then 'failed' else 'skipped' end,
                failure = case state when 'playing' then 'it was stopped' end, ended_at = now()
            where experiment = :experiment and state in ('waiting', 'playing')""";

    private final JdbcClient jdbc;

    TrunkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID experiment, int trunk, int repeat, UUID simulation) {
        jdbc.sql(INSERT)
                .param("experiment", experiment)
                .param("trunk", trunk)
                .param("repeat", repeat)
                .param("simulation", simulation)
                .update();
    }

    List<Trunk> of(UUID experiment) {
        return jdbc.sql(OF)
                .param("experiment", experiment)
                .query(TrunkRows::read)
                .list();
    }

    void begin(UUID experiment, UUID simulation) {
        jdbc.sql(BEGIN)
                .param("experiment", experiment)
                .param("simulation", simulation)
                .update();
    }

    void end(UUID experiment, UUID simulation, int turn, @Nullable String failure) {
        jdbc.sql(END)
                .param("experiment", experiment)
                .param("simulation", simulation)
                .param("state", Columns.word(failure == null ? State.ENDED : State.FAILED))
                .param("turn", turn)
                .param("failure", failure)
                .update();
    }

    /** Those no branch is to be forked from any more. */
    void skipRest(UUID experiment) {
        jdbc.sql(SKIP_REST).param("experiment", experiment).update();
    }

    /** Nothing of it is played any more. */
    void close(UUID experiment) {
        jdbc.sql(CLOSE).param("experiment", experiment).update();
    }

    private static Trunk read(ResultSet row, int number) throws SQLException {
        return new Trunk(
                row.getInt("trunk"),
                row.getInt("repeat"),
                Columns.uuid(row, "simulation"),
                Columns.constant(row, "state", State.class),
                Columns.intOrNull(row, "turn"),
                row.getString("failure"));
    }
}
