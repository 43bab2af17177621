package io.synthforce.store.experiment;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment.StoppedBy;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.json.Json;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of experiments and their branches. */
final class ExperimentRows {

    private static final String INSERT = """
            insert into experiments (id, simulation, request, name, description, asked, plan, plan_hash, max_tokens, max_usd)
            values (:id, :simulation, :request, :name, :description, cast(:asked as jsonb), cast(:plan as jsonb), :hash,
                    :max_tokens, :max_usd)""";

    private static final String INSERT_RUN = """
            insert into experiment_runs (experiment, position, block, option, repeat, trunk, branch)
            values (:experiment, :position, :block, :option, :repeat, :trunk, :branch)""";

    private static final String SELECT = """
            select e.*, x.requests, x.repeats, x.exploratory
            from experiments e left join lateral (
              select array_agg(request order by number) as requests, array_agg(repeats order by number) as repeats,
                     bool_or(not announced) as exploratory
              from experiment_extensions where experiment = e.id) x on true
            where\s""";

    private static final String FIND = SELECT + "e.id = :id";
    private static final String OF_REQUEST = SELECT + "e.request = :request or :request = any(x.requests)";

    private static final String EXTEND = """
            insert into experiment_extensions (experiment, number, request, repeats, announced)
            select cast(:experiment as uuid), count(*) + 1, :request, :repeats, :announced
            from experiment_extensions where experiment = cast(:experiment as uuid)""";

    private static final String GO_ON = """
            update experiments set state = 'running', ended_at = null, stopped_by = null where id = :id""";

    private static final String RUNS = "select * from experiment_runs where experiment = :id order by position";
    private static final String RUN = "select * from experiment_runs where experiment = :id and position = :position";

    private static final String STATES = """
            select position, block, option, repeat, trunk, branch, state, null as record
            from experiment_runs where experiment = :id order by position""";

    private static final String SET_STATE = """
            update experiments
            set state = :state, ended_at = case when :state <> 'cancelling' then now() end
            where id = :id and state in ('running', 'cancelling')""";

    private static final String STOPPED_BY = """
            update experiments set stopped_by = :by
            where id = :id and state = 'running' and (stopped_by is null or stopped_by = 'rule')""";

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

    private static final String CLOSE = """
            update experiment_runs set state = case state when 'playing' then 'stopped' else 'skipped' end, ended_at = now()
            where experiment = :experiment and state in ('waiting', 'playing')""";

    private static final String STOP = """
            update experiment_runs set state = 'stopped', ended_at = now()
            where experiment = :experiment and branch = :branch and state = 'playing'""";

    private static final String STOPPED = """
            select branch from experiment_runs where experiment = :experiment and state = 'stopped' order by position""";

    private static final String REQUEST = """
            select coalesce((select max(x.request) from experiment_extensions x where x.experiment = e.id), e.request)
            from experiments e where e.id = :id""";

    private static final String END = """
            update experiment_runs set state = :state, record = cast(:record as jsonb), ended_at = now()
            where experiment = :experiment and branch = :branch and state in ('waiting', 'playing')""";

    private final JdbcClient jdbc;

    ExperimentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(NewExperiment experiment, long request, Plan plan) {
        String json = Storable.json(plan);
        Budget budget = experiment.budget();
        jdbc.sql(INSERT)
                .param("id", experiment.id())
                .param("simulation", experiment.simulation())
                .param("request", request)
                .param("name", Storable.textOrNull(experiment.name()))
                .param("description", Storable.textOrNull(experiment.description()))
                .param("asked", Storable.text(experiment.asked()))
                .param("plan", json)
                .param("hash", ContentHash.ofText(json))
                .param("max_tokens", budget == null ? null : budget.maxTokens(), Types.BIGINT)
                .param("max_usd", budget == null ? null : budget.maxUsd(), Types.NUMERIC)
                .update();
    }

    /** What was over goes on. */
    void extend(UUID experiment, long request, int repeats, boolean announced) {
        jdbc.sql(EXTEND)
                .param("experiment", experiment.toString())
                .param("request", request)
                .param("repeats", repeats)
                .param("announced", announced)
                .update();
        jdbc.sql(GO_ON).param("id", experiment).update();
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
        return runs(RUNS, experiment);
    }

    List<BranchRun> states(UUID experiment) {
        return runs(STATES, experiment);
    }

    private List<BranchRun> runs(String sql, UUID experiment) {
        return jdbc.sql(sql)
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

    void stopBy(UUID experiment, StoppedBy by) {
        jdbc.sql(STOPPED_BY)
                .param("id", experiment)
                .param("by", Columns.word(by))
                .update();
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

    void stop(UUID experiment, UUID branch) {
        jdbc.sql(STOP).param("experiment", experiment).param("branch", branch).update();
    }

    /** Nothing of it is played any more. */
    void close(UUID experiment) {
        jdbc.sql(CLOSE).param("experiment", experiment).update();
    }

    List<UUID> stopped(UUID experiment) {
        return jdbc.sql(STOPPED)
                .param("experiment", experiment)
                .query((row, _) -> Columns.uuid(row, "branch"))
                .list();
    }

    Optional<Long> request(UUID experiment) {
        return jdbc.sql(REQUEST).param("id", experiment).query(Long.class).optional();
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
        List<Long> requests = list(row, "requests", Long[].class);
        Plan plan = Columns.json(row, "plan", Plan.class);
        return new Experiment(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "simulation"),
                requests.isEmpty() ? row.getLong("request") : requests.getLast(),
                row.getString("name"),
                row.getString("description"),
                row.getString("asked"),
                plan.extended(list(row, "repeats", Integer[].class)),
                row.getString("plan_hash"),
                Columns.constant(row, "state", Experiment.State.class),
                budget(row),
                row.getString("stopped_by") == null ? null : Columns.constant(row, "stopped_by", StoppedBy.class),
                row.getBoolean("exploratory"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "ended_at"));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of(type.cast(array.getArray()));
    }

    private static @Nullable Budget budget(ResultSet row) throws SQLException {
        Budget budget = new Budget(Columns.longOrNull(row, "max_tokens"), row.getBigDecimal("max_usd"));
        return budget.maxTokens() == null && budget.maxUsd() == null ? null : budget;
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
