package io.synthforce.store.call;

import io.synthforce.store.sql.Columns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which calls of the turn being played wait for the provider: not recorded, not under way, to be made again later. */
final class Waits {

    private static final String PENDING = """
        from attempts a
        join turns t on t.simulation = a.simulation and t.turn = a.turn and t.state = 'taken'
        where a.simulation = :simulation
          and a.retry_at > now()
          and a.started_at >= t.taken_at
          and not exists (
            select 1 from calls c
            where (c.simulation, c.turn, c.seat, c.phase, c.round) = (a.simulation, a.turn, a.seat, a.phase, a.round))
          and not exists (
            select 1 from attempts later
            where (later.simulation, later.turn, later.seat, later.phase, later.round)
                  = (a.simulation, a.turn, a.seat, a.phase, a.round)
              and later.started_at > a.started_at)\
        """;

    private static final String LAST = """
        select case
                 when a.cause in ('rate_limited', 'capacity_exceeded') then 'rate_limited'
                 when a.cause in ('model_unavailable', 'outage') then 'model_unavailable'
                 when a.cause = 'budget' then 'budget'
                 when a.cause is null and a.http_status in (429, 498) then 'rate_limited'
                 else 'retrying'
               end as reason, a.retry_at, min(a.place) over () as place
        %s
        order by a.retry_at desc limit 1\
        """.formatted(PENDING);

    private static final String TURN_WAITS = """
        select exists (select 1 %s and a.turn = :turn)
           and not exists (
             select 1 from attempts a join turns t using (simulation, turn)
             where simulation = :simulation and turn = :turn and a.state = 'open' and a.started_at >= t.taken_at)\
        """.formatted(PENDING);

    private final JdbcClient jdbc;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Waiting> last(UUID simulation) {
        return jdbc.sql(LAST)
                .param("simulation", simulation)
                .query((row, _) -> new Waiting(
                        row.getString("reason"), Columns.instant(row, "retry_at"), Columns.intOrNull(row, "place")))
                .optional();
    }

    boolean turnWaits(UUID simulation, int turn) {
        return jdbc.sql(TURN_WAITS)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(Boolean.class)
                .single();
    }
}
