package io.synthforce.store.request;

import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests to play on. Each is open until its last turn is played, it is stopped or a turn of it fails. */
public class Plays {

    private static final String PLAY = """
            select id, body, until_turn, http_status, error, detail, over_budget, created_at, closed_at from requests
            where operation = 'play' and\s""";

    private static final String FIND = PLAY + "id = :id";

    private static final String UNDER_KEY = PLAY + "simulation = :simulation and key = :key";

    private static final String LATEST = PLAY + """
            simulation = :simulation and (turn is not null or state <> 'refused')
            order by id desc limit 1""";

    private static final String HAS_TURN_UNDER_WAY =
            "exists (select 1 from turns t where t.request = requests.id and t.state = 'taken')";

    private static final String STOP_AFTER_TURN = """
            update requests set until_turn = turn
            where simulation = :simulation and operation = 'play' and state = 'taken' and id < :command and %s""".formatted(HAS_TURN_UNDER_WAY);

    private static final String STOP_NOW = """
            update requests set until_turn = :turn, state = 'done', http_status = 200, closed_at = now()
            where simulation = :simulation and operation = 'play' and state in ('open', 'taken') and id < :command
              and not %s""".formatted(HAS_TURN_UNDER_WAY);

    private final JdbcClient jdbc;

    public Plays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that goes on, or the last one that did. */
    public Optional<Play> latest(UUID simulation) {
        return jdbc.sql(LATEST)
                .param("simulation", simulation)
                .query(Plays::read)
                .optional();
    }

    /** The one that was asked for under a key, also where it was refused before its first turn. */
    public Optional<Play> find(UUID simulation, String key) {
        return jdbc.sql(UNDER_KEY)
                .param("simulation", simulation)
                .param("key", key)
                .query(Plays::read)
                .optional();
    }

    public Optional<Play> find(long request) {
        return jdbc.sql(FIND).param("id", request).query(Plays::read).optional();
    }

    /** Why another play cannot begin beside the one that goes on. */
    Optional<Outcome> refusal(UUID simulation) {
        return latest(simulation).filter(Play::goesOn).map(play -> Refusal.playing(play.until()));
    }

    /** Ends plays asked for before the command: after the turn under way, if it is one of theirs, or at once. */
    void stop(LockedSimulation simulation, long command) {
        jdbc.sql(STOP_AFTER_TURN)
                .param("simulation", simulation.id())
                .param("command", command)
                .update();
        jdbc.sql(STOP_NOW)
                .param("simulation", simulation.id())
                .param("command", command)
                .param("turn", simulation.currentTurn())
                .update();
    }

    private static Play read(ResultSet row, int number) throws SQLException {
        return new Play(
                row.getLong("id"),
                Columns.json(row, "body", PlayInputs.class).untilTurn(),
                row.getInt("until_turn"),
                RequestRows.outcome(row),
                row.getBoolean("over_budget"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "closed_at"));
    }
}
