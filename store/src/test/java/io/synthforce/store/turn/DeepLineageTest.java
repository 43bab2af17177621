package io.synthforce.store.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is fifty forks deep is still read by index, among many others. */
class DeepLineageTest {

    private static final int DEPTH = 50;
    private static final int OTHERS = 20_000;

    private static final TestStore store = new TestStore();

    private static UUID leaf;

    @BeforeAll
    static void fork() {
        Story story = Story.of(store, Scenarios.priceIncrease(60));
        for (int depth = 0; depth < DEPTH; depth++) {
            story.playTurn();
            story = Story.from(store, Branch.of(story, depth + 1));
        }
        leaf = story.id;
        others();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void its_turns_and_memories_come_from_fifty_ancestors() {
        assertThat(store.turns.played(leaf, 100, 0)).extracting(TurnRow::turn).hasSize(DEPTH);
        assertThat(store.memories.list(leaf, "ceo")).hasSize(DEPTH);
        assertThat(store.snapshots.page(leaf, 100, 0)).hasSize(DEPTH + 1);
        assertThat(store.lineages.ancestors(leaf)).hasSize(DEPTH + 1);
    }

    @Test
    void no_read_walks_through_the_tables() {
        List<String> reads = List.of(
                "select t.turn from lineage l join turns t on t.simulation = l.ancestor and t.turn <= l.upto_turn"
                        + " where l.simulation = :leaf and t.state = 'played' order by t.turn limit 100",
                "select distinct on (s.turn) s.turn from lineage l join snapshots s on s.simulation = l.ancestor and"
                        + " s.turn <= l.upto_turn where l.simulation = :leaf order by s.turn, l.depth",
                "select m.id from memories m join lineage l on l.ancestor = m.simulation and l.simulation = :leaf and"
                        + " m.seq <= l.upto_seq where m.seat = 'ceo'",
                "select id from simulations where root = (select root from simulations where id = :leaf)");

        for (String read : reads) {
            List<String> plan = store.jdbc
                    .sql("explain " + read)
                    .param("leaf", leaf)
                    .query(String.class)
                    .list();
            assertThat(plan).as(read).noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    /** Others with turns, snapshots and memories of their own, so that walking would be dear. */
    private static void others() {
        store.jdbc.sql("""
                        insert into simulations (id, owner, start_key, start_hash, root, text, scenario, max_turns, head)
                        select md5(n::text)::uuid, 'others', n::text, '', md5(n::text)::uuid, 'text', '{}', 5, 1
                        from generate_series(1, :others) n""").param("others", OTHERS).update();
        for (String statement : List.of(
                "insert into lineage select id, id, 9223372036854775807, 0 from simulations where owner = 'others'",
                "insert into turns (simulation, turn, state, engine, inputs, inputs_hash)"
                        + " select id, n, 'left', 1, '{}', '' from simulations, generate_series(1, 3) n"
                        + " where owner = 'others'",
                "insert into snapshots (simulation, turn, head, engine, state, hash)"
                        + " select id, n, n, 1, '{}', '' from simulations, generate_series(0, 3) n"
                        + " where owner = 'others'",
                "insert into memories (simulation, seq, turn, seat, agent_role, memory_type, key, content, importance)"
                        + " select id, n, n, 'ceo', 'ceo', 'episodic', n::text, '{}', 0.5"
                        + " from simulations, generate_series(1, 3) n where owner = 'others'",
                "analyze")) {
            store.jdbc.sql(statement).update();
        }
    }
}
