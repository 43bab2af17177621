package io.synthforce.store.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is fifty forks deep is still read by index, among many others. */
class DeepLineageTest {

    private static final int DEPTH = 50;
    private static final int OTHERS = 20_000;

    @AutoClose
    private static final TestStore store = new TestStore();

    private static UUID root;
    private static UUID leaf;

    @BeforeAll
    static void fork() {
        Story story = Story.of(store, Scenarios.priceIncrease(60));
        root = story.id;
        for (int depth = 0; depth < DEPTH; depth++) {
            story.playTurn();
            story = Story.from(store, Branch.of(story, depth + 1));
        }
        leaf = story.id;
        others();
    }

    @Test
    void its_turns_and_memories_come_from_fifty_ancestors() {
        assertThat(store.turns.played(leaf, 100, 0)).extracting(TurnRow::turn).hasSize(DEPTH);
        assertThat(store.memories.list(leaf, "ceo")).hasSize(DEPTH);
        assertThat(store.snapshots.page(leaf, 100, 0)).hasSize(DEPTH + 1);
        assertThat(store.lineages.ancestors(leaf)).hasSize(DEPTH + 1);
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("turns", () -> store.turns.played(leaf, 100, 0)),
                read("one turn", () -> store.turns.findPlayed(leaf, 1)),
                read("snapshots", () -> store.snapshots.page(leaf, 100, 0)),
                read("one snapshot", () -> store.snapshots.find(leaf, 1)),
                read("events", () -> store.journal.seen(leaf, 0, DEPTH, List.of("turn_closed", "value_drawn"))),
                read("the journal's hash", () -> store.journal.hash(leaf, DEPTH)),
                read("who spoke", () -> store.calls.spoken(leaf, DEPTH)),
                read("memories", () -> store.memories.list(leaf, "ceo")),
                read(
                        "a recall",
                        () -> store.memories.recall(leaf, "ceo", DEPTH + 1, Long.MAX_VALUE, "raise the price")),
                read("ancestors", () -> store.lineages.ancestors(leaf)),
                read("the tree", () -> store.lineages.tree(root)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void no_read_walks_through_the_tables(Supplier<?> read) {
        assertThat(walkedThrough(read)).isEmpty();
    }

    @Test
    void a_walk_would_be_noticed() {
        assertThat(walkedThrough(() -> store.jdbc
                        .sql("select count(*) from turns where engine = 1")
                        .query(Long.class)
                        .single()))
                .containsExactly("turns");
    }

    private static Arguments read(String name, Supplier<?> read) {
        return Arguments.of(Named.of(name, read));
    }

    /** The tables whose rows PostgreSQL went through one by one, as it counts for itself in a transaction. */
    private static List<String> walkedThrough(Supplier<?> read) {
        return store.inTransaction(() -> {
            assertThat(read.get()).isNotNull();
            return store.jdbc
                    .sql("select relname from pg_stat_xact_user_tables where seq_tup_read >= :others")
                    .param("others", OTHERS)
                    .query(String.class)
                    .list();
        });
    }

    /** Others with rows of their own in every table, so that walking would be dear. */
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
                "insert into journal (simulation, seq, turn, type, event, hash)"
                        + " select id, n, n, 'turn_closed', '{}', '' from simulations, generate_series(1, 3) n"
                        + " where owner = 'others'",
                "insert into calls (simulation, turn, seat, phase, round, role, state, input_hash, reason, scripted)"
                        + " select id, n, 'ceo', 'position', 0, 'ceo', 'degraded', '', '', false"
                        + " from simulations, generate_series(1, 3) n where owner = 'others'",
                "insert into memories (simulation, seq, turn, seat, agent_role, memory_type, key, content, importance)"
                        + " select id, n, n, 'ceo', 'ceo', 'episodic', n::text, '{}', 0.5"
                        + " from simulations, generate_series(1, 3) n where owner = 'others'",
                "analyze")) {
            store.jdbc.sql(statement).update();
        }
    }
}
