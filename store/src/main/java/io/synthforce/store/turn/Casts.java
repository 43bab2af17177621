package io.synthforce.store.turn;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Seat;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The casts of scenarios. */
final class Casts {

    private static final String CAST = """
            select scenario -> 'cast' as seats, coalesce(scenario -> 'directions', '[]') as directions,
                   coalesce(scenario -> 'roles', '[]') as roles,
                   coalesce(scenario -> 'settings' ->> 'speaking', 'ALL') = 'RELEVANT' as relevant
            from simulations where id = :id""";

    private final JdbcClient jdbc;

    Casts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Cast of(UUID simulation) {
        return jdbc.sql(CAST)
                .param("id", simulation)
                .query((row, _) -> new Cast(
                        Arrays.asList(Columns.json(row, "seats", Seat[].class)),
                        Arrays.asList(Columns.json(row, "directions", Direction[].class)),
                        Arrays.asList(Columns.json(row, "roles", Role[].class)),
                        row.getBoolean("relevant")))
                .single();
    }
}
