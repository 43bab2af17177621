package io.synthforce.store.discussion;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.TurnCalls;
import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The discussions a simulation has behind it, those before a fork included. */
public class Discussions {

    private static final String EVENTS = """
        select j.turn, j.event
        from lineage l join journal j on j.simulation = l.ancestor and j.seq <= l.upto_seq
        where l.simulation = :simulation and j.turn between 1 and :turn
          and j.type in ('position_taken', 'disagreements_named', 'reply_given', 'issue_decided', 'minutes_taken',
                         'analysis_given')
        order by j.turn, j.seq\
        """;

    private static final String SAID = """
        select c.turn, c.seat, c.role, c.phase, c.round, cast(c.reply as jsonb) ->> 'text' as text, c.parse_step
        from lineage l
        join turns t on t.simulation = l.ancestor and t.turn <= l.upto_turn and t.state = 'played'
        join calls c on c.simulation = t.simulation and c.turn = t.turn
        where l.simulation = :simulation and c.turn between :first and :last and c.reply is not null
          and %s
        order by c.turn, c.phase, c.round, c.seat\
        """.formatted(TurnCalls.only("c.phase"));

    private final JdbcClient jdbc;

    public Discussions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(int turn, SimulationEvent event) {}

    /** What was thought, said and decided from turn 1 to a turn, without what the world did. */
    public List<PlayedTurn> turns(UUID simulation, int last) {
        Map<Integer, List<SimulationEvent>> turns = new TreeMap<>();
        jdbc.sql(EVENTS)
                .param("simulation", simulation)
                .param("turn", last)
                .query((row, _) -> new Entry(row.getInt("turn"), Columns.json(row, "event", SimulationEvent.class)))
                .list()
                .forEach(entry -> turns.computeIfAbsent(entry.turn(), _ -> new ArrayList<>())
                        .add(entry.event()));
        return turns.entrySet().stream()
                .map(turn -> new PlayedTurn(turn.getKey(), turn.getValue()))
                .toList();
    }

    /** All replies that were recorded in some turns; in a turn positions come before replies. */
    public List<Said> said(UUID simulation, int first, int last) {
        return jdbc.sql(SAID)
                .param("simulation", simulation)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new Said(
                        row.getInt("turn"),
                        String.valueOf(row.getString("seat")),
                        String.valueOf(row.getString("role")),
                        Columns.constant(row, "phase", Phase.class),
                        row.getInt("round"),
                        requireNonNullElse(row.getString("text"), ""),
                        requireNonNullElse(row.getString("parse_step"), "")))
                .list();
    }
}
