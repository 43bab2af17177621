package io.synthforce.store.grounding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.turn.InjectedInput;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.workflows.grounding.Evidence;
import io.synthforce.workflows.grounding.Gathering;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.world.World;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers a simulation can vouch for, gathered from scenario, journal, requests and what people wrote by hand. */
public class Evidences {

    /** A change after the first position of its turn is one of the turn's decisions. */
    private static final String CHANGES = """
        select turn, event, settled from (
          select j.turn, j.seq, j.type, j.event,
                 bool_or(j.type = 'position_taken') over (partition by j.turn order by j.seq) as settled
          from lineage l join journal j on j.simulation = l.ancestor and j.seq <= l.upto_seq
          where l.simulation = :simulation and j.turn between :from and :turn and j.type in ('indicator_changed', 'position_taken')
        ) as entries
        where type = 'indicator_changed' order by turn, seq\
        """;

    private static final String ASKED = """
        select t.turn, t.inputs
        from lineage l join turns t on t.simulation = l.ancestor and t.turn <= l.upto_turn
        where l.simulation = :simulation and t.turn between :from and :turn and t.state = 'played' order by t.turn\
        """;

    /**
     * What was added to memory or put into other words; what agents learned themselves is no evidence. It counts from the
     * turn on in which it is read, so that no edit vouches for what was said before it.
     */
    private static final String BY_HAND = """
        select e.from_turn as turn, e.content ->> 'summary' as text
        from lineage l
        join memory_edits e on e.simulation = l.ancestor and e.id <= l.upto_edit
        join memories m on m.id = e.memory
        where l.simulation = :simulation and e.from_turn - 1 <= least(l.upto_turn, :turn)
          and (m.edit is not null or e.content ->> 'summary' is distinct from m.content ->> 'summary')\
        """;

    private static final int TURNS_KEPT = 512;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    /** What was played never changes, and each turn adds to the one before it. */
    private final Cache<Played, Evidence> kept =
            Caffeine.newBuilder().maximumSize(TURNS_KEPT).build();

    public Evidences(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    private record Played(UUID simulation, int turn) {}

    private record Change(int turn, boolean settled, IndicatorChanged event) {}

    private record Asked(int turn, TurnInputs inputs) {}

    private record Written(int turn, String text) {}

    /**
     * What there is up to the end of a turn that was played, those before a fork included, and what was written by hand for
     * the next.
     */
    public Evidence upTo(SimulationRow row, int turn) {
        Gathering gathering = played(row, turn).more();
        byHand(row.id(), turn).forEach(one -> gathering.text(one.text(), Moment.inDiscussion(one.turn())));
        return gathering.evidence();
    }

    private Evidence played(SimulationRow row, int turn) {
        Evidence before = kept.getIfPresent(new Played(row.id(), turn - 1));
        return kept.get(
                new Played(row.id(), turn),
                _ -> before == null ? played(row, given(row), 0, turn) : played(row, before.more(), turn, turn));
    }

    private Gathering given(SimulationRow row) {
        return Gathering.of(
                row.scenario(),
                snapshots.seen(row.id(), 0).map(Snapshot::state).stream()
                        .flatMap(state -> state.ledger().stream())
                        .toList());
    }

    private Evidence played(SimulationRow row, Gathering gathering, int from, int turn) {
        World world = row.scenario().world();
        changes(row.id(), from, turn)
                .forEach(
                        change -> gathering.change(change.event(), world, new Moment(change.turn(), change.settled())));
        asked(row.id(), from, turn).forEach(asked -> add(gathering, asked.turn(), asked.inputs()));
        return gathering.evidence();
    }

    /** What a turn under way adds to what was there before it. */
    public static Evidence during(
            int turn, TurnInputs inputs, Stream<IndicatorChanged> opening, World world, Evidence before) {
        Gathering gathering = before.more();
        add(gathering, turn, inputs);
        opening.forEach(change -> gathering.change(change, world, Moment.inDiscussion(turn)));
        return gathering.evidence();
    }

    private static void add(Gathering gathering, int turn, TurnInputs inputs) {
        Moment from = Moment.inDiscussion(turn);
        Stream.concat(
                        Stream.ofNullable(inputs.userInput()),
                        inputs.injected().stream().map(InjectedInput::text).filter(Objects::nonNull))
                .forEach(text -> gathering.text(text, from));
        gathering.values(inputs.contextOverride(), from);
    }

    private List<Change> changes(UUID simulation, int from, int turn) {
        return jdbc.sql(CHANGES)
                .param("simulation", simulation)
                .param("from", from)
                .param("turn", turn)
                .query((row, _) -> new Change(
                        row.getInt("turn"),
                        row.getBoolean("settled"),
                        Columns.json(row, "event", IndicatorChanged.class)))
                .list();
    }

    private List<Asked> asked(UUID simulation, int from, int turn) {
        return jdbc.sql(ASKED)
                .param("simulation", simulation)
                .param("from", from)
                .param("turn", turn)
                .query((row, _) -> new Asked(row.getInt("turn"), Columns.json(row, "inputs", TurnInputs.class)))
                .list();
    }

    private List<Written> byHand(UUID simulation, int turn) {
        return jdbc.sql(BY_HAND)
                .param("simulation", simulation)
                .param("turn", turn)
                .query((row, _) -> new Written(row.getInt("turn"), String.valueOf(row.getString("text"))))
                .list();
    }
}
