package io.synthforce.store.budget;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.json.Json;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How models are asked here, written by workers and read by everybody who reckons ahead. */
public class KnownTerms {

    private static final String WRITE = """
        insert into terms (terms) values (cast(:terms as jsonb))
        on conflict (single) do update set terms = excluded.terms, updated_at = now()""";

    private static final String FIND = "select terms from terms";

    private final JdbcClient jdbc;

    public KnownTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void write(Terms terms) {
        jdbc.sql(WRITE).param("terms", Json.write(terms)).update();
    }

    /** Empty until the first worker has started. */
    public Optional<Terms> find() {
        return jdbc.sql(FIND)
                .query((row, _) -> Columns.json(row, "terms", Terms.class))
                .optional();
    }
}
