package io.synthforce.store.worker;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.json.Json;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the model's endpoint takes the workers, written by each and read where no model is asked. */
public class ModelReports {

    /** Workers write more often; what is older is of one that is gone or hangs. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String WRITE = """
            update workers set model_report = cast(:report as jsonb), reported_at = now()
            where identity = :identity""";

    private static final String FRESH_ONES = """
            select model_report from workers
            where reported_at > now() - make_interval(secs => :seconds)
            order by id""";

    private final JdbcClient jdbc;

    public ModelReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a worker on the register; of others nothing is kept. */
    public void write(String identity, ModelReport report) {
        jdbc.sql(WRITE)
                .param("identity", identity)
                .param("report", Json.write(report))
                .update();
    }

    public List<ModelReport> fresh() {
        return jdbc.sql(FRESH_ONES)
                .param("seconds", FRESH.toSeconds())
                .query((row, _) -> Columns.json(row, "model_report", ModelReport.class))
                .list();
    }
}
