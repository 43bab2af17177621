package io.synthforce.store.call;

import io.synthforce.store.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which calls wait for the provider: not recorded, not under way, to be made again later. */
final class Waits {

    private static final String TO_BE_MADE_AGAIN = """
        a.retry_at > now()
          and not exists (
            select 1 from calls c
            where (c.simulation, c.turn, c.seat, c.phase, c.round) = (a.simulation, a.turn, a.seat, a.phase, a.round))
          and not exists (
            select 1 from attempts later
            where (later.simulation, later.turn, later.seat, later.phase, later.round)
                  = (a.simulation, a.turn, a.seat, a.phase, a.round)
              and later.started_at > a.started_at)\
        """;

    private static final String REASON = """
        case
                 when a.cause in ('rate_limited', 'capacity_exceeded') then 'rate_limited'
                 when a.cause in ('model_unavailable', 'outage') then 'model_unavailable'
                 when a.cause = 'budget' then 'budget'
                 when a.cause is null and a.http_status in (429, 498) then 'rate_limited'
                 else 'retrying'
               end as reason\
        """;

    private static final String PENDING = """
        from attempts a
        join turns t on t.simulation = a.simulation and t.turn = a.turn and t.state = 'taken'
        where a.simulation = :simulation
          and a.started_at >= t.taken_at
          and %s\
        """.formatted(TO_BE_MADE_AGAIN);

    private static final String LAST = """
        select %s, a.retry_at, min(a.place) over () as place
        %s
        order by a.retry_at desc limit 1\
        """.formatted(REASON, PENDING);

    private static final String NEXT_OF_JUDGE = """
        select %s, a.retry_at, min(a.place) over () as place
        from attempts a join experiment_runs r on r.branch = a.simulation
        where r.experiment = :experiment and a.phase = 'judge' and %s
          and not exists (
            select 1 from attempts o join experiment_runs r on r.branch = o.simulation
            where r.experiment = :experiment and o.phase = 'judge' and o.state = 'open')
        order by a.retry_at limit 1\
        """.formatted(REASON, TO_BE_MADE_AGAIN);

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
        return jdbc.sql(LAST).param("simulation", simulation).query(Waits::read).optional();
    }

    Optional<Waiting> nextOfJudge(UUID experiment) {
        return jdbc.sql(NEXT_OF_JUDGE)
                .param("experiment", experiment)
                .query(Waits::read)
                .optional();
    }

    boolean turnWaits(UUID simulation, int turn) {
        return jdbc.sql(TURN_WAITS)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(Boolean.class)
                .single();
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        return new Waiting(row.getString("reason"), Columns.instant(row, "retry_at"), Columns.intOrNull(row, "place"));
    }
}
