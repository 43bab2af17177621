package io.synthforce.store.experiment;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of experiments and their branches. */
final class ExperimentRows {

    private static final String INSERT = """
            insert into experiments (id, simulation, request, name, description, asked, plan, plan_hash)
            values (:id, :simulation, :request, :name, :description, cast(:asked as jsonb), cast(:plan as jsonb), :hash)""";

    private static final String INSERT_RUN = """
            insert into experiment_runs (experiment, position, block, option, repeat, trunk, branch)
            values (:experiment, :position, :block, :option, :repeat, :trunk, :branch)""";

    private static final String FIND = "select * from experiments where id = :id";
    private static final String OF_REQUEST = "select * from experiments where request = :request";
    private static final String RUNS = "select * from experiment_runs where experiment = :id order by position";
    private static final String RUN = "select * from experiment_runs where experiment = :id and position = :position";

    private static final String SET_STATE = """
            update experiments
            set state = :state, ended_at = case when :state in ('done', 'cancelled') then now() end
            where id = :id and state in ('running', 'cancelling')""";

    private static final String BEGIN = """
            update experiment_runs set state = 'playing'
            where experiment = :experiment and branch = :branch and state = 'waiting'""";

    /** The first block of a trunk has the trunk's number; one whose trunk plays has begun. */
    private static final String SKIP_REST = """
            update experiment_runs set state = 'skipped', ended_at = now()
            where experiment = :experiment and state = 'waiting'
              and block > greatest(
                (select coalesce(max(begun.block), 0) from experiment_runs begun
                 where begun.experiment = :experiment and begun.state in ('playing', 'ended', 'failed')),
                (select coalesce(max(begun.trunk), 0) from experiment_trunks begun
                 where begun.experiment = :experiment and begun.state <> 'waiting'))""";

    private static final String END = """
            update experiment_runs set state = :state, record = cast(:record as jsonb), ended_at = now()
            where experiment = :experiment and branch = :branch and state in ('waiting', 'playing')""";

    private final JdbcClient jdbc;

    ExperimentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NewExperiment experiment, long request, Plan plan) {
        String json = Storable.json(plan);
        jdbc.sql(INSERT)
                .param("id", experiment.id())
                .param("simulation", experiment.simulation())
                .param("request", request)
                .param("name", Storable.textOrNull(experiment.name()))
                .param("description", Storable.textOrNull(experiment.description()))
                .param("asked", Storable.text(experiment.asked()))
                .param("plan", json)
                .param("hash", ContentHash.ofText(json))
                .update();
    }

    void insert(UUID experiment, PlannedRun run, UUID branch) {
        jdbc.sql(INSERT_RUN)
                .param("experiment", experiment)
                .param("position", run.position())
                .param("block", run.block())
                .param("option", run.option())
                .param("repeat", run.repeat())
                .param("trunk", run.trunk())
                .param("branch", branch)
                .update();
    }

    Optional<Experiment> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ExperimentRows::read).optional();
    }

    Optional<Experiment> ofRequest(long request) {
        return jdbc.sql(OF_REQUEST)
                .param("request", request)
                .query(ExperimentRows::read)
                .optional();
    }

    List<BranchRun> runs(UUID experiment) {
        return jdbc.sql(RUNS)
                .param("id", experiment)
                .query(ExperimentRows::readRun)
                .list();
    }

    Optional<BranchRun> run(UUID experiment, int position) {
        return jdbc.sql(RUN)
                .param("id", experiment)
                .param("position", position)
                .query(ExperimentRows::readRun)
                .optional();
    }

    /** @return false when it is over already */
    boolean set(UUID experiment, Experiment.State state) {
        return jdbc.sql(SET_STATE)
                        .param("id", experiment)
                        .param("state", Columns.word(state))
                        .update()
                == 1;
    }

    /** @return false when it has begun already, or is none of the experiment's */
    boolean begin(UUID experiment, UUID branch) {
        return jdbc.sql(BEGIN)
                        .param("experiment", experiment)
                        .param("branch", branch)
                        .update()
                == 1;
    }

    void skipRest(UUID experiment) {
        jdbc.sql(SKIP_REST).param("experiment", experiment).update();
    }

    void end(UUID experiment, UUID branch, RunRecord record) {
        jdbc.sql(END)
                .param("experiment", experiment)
                .param("branch", branch)
                .param("state", Columns.word(record.failed() ? State.FAILED : State.ENDED))
                .param("record", Storable.json(record))
                .update();
    }

    private static Experiment read(ResultSet row, int number) throws SQLException {
        return new Experiment(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "simulation"),
                row.getLong("request"),
                row.getString("name"),
                row.getString("description"),
                row.getString("asked"),
                Columns.json(row, "plan", Plan.class),
                row.getString("plan_hash"),
                Columns.constant(row, "state", Experiment.State.class),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "ended_at"));
    }

    private static BranchRun readRun(ResultSet row, int number) throws SQLException {
        String record = row.getString("record");
        return new BranchRun(
                new PlannedRun(
                        row.getInt("position"),
                        row.getInt("block"),
                        row.getInt("option"),
                        row.getInt("repeat"),
                        row.getInt("trunk")),
                Columns.uuid(row, "branch"),
                Columns.constant(row, "state", State.class),
                record == null ? null : Json.read(record, RunRecord.class));
    }
}
