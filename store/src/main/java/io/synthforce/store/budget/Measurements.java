package io.synthforce.store.budget;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.budget.Estimate.Range;
import io.synthforce.workflows.budget.Measured;
import io.synthforce.workflows.budget.Measured.OfPhase;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.turn.Phase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What calls took here lately, to reckon from. */
public class Measurements {

    /** The latest say most about the next; all of them would be read again and again. */
    private static final String LATELY = """
        with lately as (
          select phase, completion_tokens, latency_ms from attempts
          where state = 'recorded' and completion_tokens is not null and latency_ms is not null and model in (:models)
          order by started_at desc limit 2000)
        select phase, count(*) as calls,
               min(completion_tokens) as least_tokens, max(completion_tokens) as most_tokens,
               min(latency_ms) as least_millis, max(latency_ms) as most_millis
        from lately group by phase having count(*) >= :enough""";

    private final JdbcClient jdbc;

    public Measurements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Phase phase, OfPhase seen) {}

    /** Of the models that are asked now. */
    public Measured of(Terms terms) {
        List<String> models = Stream.of(
                        Stream.of(terms.agents(), terms.coordinator(), terms.judge()), terms.roles().values().stream())
                .flatMap(all -> all)
                .distinct()
                .toList();
        Map<Phase, OfPhase> phases = new EnumMap<>(Phase.class);
        jdbc.sql(LATELY)
                .param("models", models)
                .param("enough", Measured.ENOUGH)
                .query((row, _) -> new Row(
                        Columns.constant(row, "phase", Phase.class),
                        new OfPhase(
                                row.getLong("calls"),
                                new Range(row.getLong("least_tokens"), row.getLong("most_tokens")),
                                new Range(row.getLong("least_millis"), row.getLong("most_millis")))))
                .list()
                .forEach(row -> phases.put(row.phase(), row.seen()));
        return new Measured(phases);
    }
}
