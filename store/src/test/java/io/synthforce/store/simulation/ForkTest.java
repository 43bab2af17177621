package io.synthforce.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.lineage.Relative;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.simulation.Branches.Forked;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.workflows.change.DirectAgent;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.change.RemoveSeat;
import io.synthforce.workflows.change.SetContext;
import io.synthforce.workflows.change.SetIndicator;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.SimulationForked;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.simulation.Status;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story trunk = Story.of(store, Scenarios.priceIncrease(6));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void a_branch_of_any_turn_begins_with_that_turns_snapshot(int turn) {
        play(trunk, 3);

        Story branch = fork(trunk, turn);

        Snapshot base = store.snapshots.find(trunk.id, turn).orElseThrow();
        Snapshot own = store.snapshots.find(branch.id, turn).orElseThrow();
        assertThat(own.state()).isEqualTo(base.state());
        assertThat(own.hash()).isEqualTo(base.hash());
        assertThat(own.head()).isEqualTo(branch.head()).isEqualTo(1);
        assertThat(store.journal.after(branch.id, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event()).isInstanceOfSatisfying(SimulationForked.class, forked -> {
                    assertThat(forked.turn()).isEqualTo(turn);
                    assertThat(forked.snapshot()).isEqualTo(base.hash());
                }));
        assertThat(branch.row().status()).isEqualTo(Status.ACTIVE);
        assertThat(branch.row().currentTurn()).isEqualTo(turn);
        assertThat(branch.playTurn().verdict()).isEqualTo(Verdict.DONE);
        assertThat(branch.row().currentTurn()).isEqualTo(turn + 1);
    }

    @Test
    void a_turn_played_alike_in_a_twin_has_the_hashes_of_the_parents_turn() {
        play(trunk, 1);
        Story twin = fork(trunk, 1);
        play(trunk, 1);
        play(twin, 1);

        assertThat(eventsHash(twin.id, 2)).isEqualTo(eventsHash(trunk.id, 2));
        assertThat(store.snapshots.find(twin.id, 2).orElseThrow().hash())
                .isEqualTo(store.snapshots.find(trunk.id, 2).orElseThrow().hash());
    }

    @Test
    void twenty_forks_leave_the_trunk_as_it_was() {
        play(trunk, 3);
        List<JournalEntry> journal = store.journal.upto(trunk.id, Long.MAX_VALUE);
        SimulationRow row = trunk.row();

        for (int i = 0; i < 20; i++) {
            play(fork(trunk, i % 4), 1);
        }

        assertThat(store.journal.upto(trunk.id, Long.MAX_VALUE)).isEqualTo(journal);
        assertThat(trunk.row()).isEqualTo(row);
        assertThat(store.lineages.tree(trunk.id)).hasSize(21);
    }

    @Test
    void forks_of_one_turn_go_their_own_ways() {
        play(trunk, 1);
        Story one = fork(trunk, 1);
        Story other = fork(trunk, 1);
        play(one, 2);
        play(other, 1);

        assertThat(one.row().currentTurn()).isEqualTo(3);
        assertThat(other.row().currentTurn()).isEqualTo(2);
        assertThat(trunk.row().currentTurn()).isEqualTo(1);
    }

    @Test
    void a_fork_of_a_fork_of_a_fork_has_all_turns_before_it_behind_it() {
        play(trunk, 2);
        Story branch = fork(trunk, 1);
        play(branch, 2);
        Story twig = fork(branch, 2);
        play(twig, 2);
        Story leaf = fork(twig, 3);
        play(leaf, 1);
        play(trunk, 1);

        assertThat(store.turns.played(leaf.id, 10, 0))
                .extracting(TurnRow::turn, TurnRow::simulation)
                .containsExactly(tuple(1, trunk.id), tuple(2, branch.id), tuple(3, twig.id), tuple(4, leaf.id));
        assertThat(store.turns.countPlayed(leaf.id)).isEqualTo(4);
        assertThat(store.turns.findPlayed(leaf.id, 2).map(TurnRow::simulation)).contains(branch.id);
        assertThat(store.turns.played(leaf.id, 2, 1)).extracting(TurnRow::turn).containsExactly(2, 3);
        assertThat(store.snapshots.page(leaf.id, 10, 0))
                .extracting(Snapshot::turn, Snapshot::simulation)
                .containsExactly(
                        tuple(0, trunk.id),
                        tuple(1, branch.id),
                        tuple(2, twig.id),
                        tuple(3, leaf.id),
                        tuple(4, leaf.id));
        assertThat(store.memories.list(leaf.id, "ceo").stream().map(Memory::turn))
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(store.lineages.tree(trunk.id))
                .extracting(Relative::id, Relative::parent, Relative::depth)
                .containsExactly(
                        tuple(trunk.id, null, 0),
                        tuple(branch.id, trunk.id, 1),
                        tuple(twig.id, branch.id, 2),
                        tuple(leaf.id, twig.id, 3));
    }

    @Test
    void what_is_forked_from_an_inherited_turn_is_forked_from_who_played_it() {
        play(trunk, 3);
        Story branch = fork(trunk, 2, new SetIndicator("cash", BigDecimal.valueOf(9000), null));

        Story early = fork(branch, 1);
        Story late = fork(branch, 2);

        assertThat(early.row().parent()).isEqualTo(trunk.id);
        assertThat(late.row().parent()).isEqualTo(branch.id);
        assertThat(cash(early, 1)).isNotEqualByComparingTo("9000");
        assertThat(cash(late, 2)).isEqualByComparingTo("9000");
    }

    @Test
    void a_changed_number_names_its_cause_in_the_branchs_journal() {
        play(trunk, 1);

        Story branch = fork(trunk, 1, new SetIndicator("cash", null, BigDecimal.valueOf(-100)));

        BigDecimal before = cash(trunk, 1);
        assertThat(store.journal.after(branch.id, 1, 10))
                .extracting(JournalEntry::event)
                .containsExactly(new IndicatorChanged(
                        "cash",
                        before,
                        Quantity.exact(before.subtract(BigDecimal.valueOf(100))),
                        new Cause(Cause.Kind.CHANGE, "indicator", 1)));
        assertThat(branch.head()).isEqualTo(2);
    }

    @Test
    void a_base_that_is_being_played_can_be_forked() {
        play(trunk, 1);
        Turn underWay = trunk.takeNext();

        Story branch = fork(trunk, 1);
        play(branch, 1);

        assertThat(trunk.project(underWay, trunk.speak(underWay)).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void a_completed_base_can_be_forked_after_its_last_turn() {
        play(trunk, 6);
        assertThat(trunk.row().status()).isEqualTo(Status.COMPLETED);

        Story branch = fork(trunk, 6);

        assertThat(branch.row().maxTurns()).isEqualTo(7);
        assertThat(branch.row().scenario().settings().maxTurns()).isEqualTo(7);
        play(branch, 1);
        assertThat(branch.row().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void what_is_learned_or_told_in_a_branch_is_known_nowhere_else() {
        play(trunk, 1);
        Story branch = fork(trunk, 1, new SetContext(Map.of("secret", "Acme will buy us")));
        Story sibling = fork(trunk, 1);
        Turn turn = branch.takeNext();
        branch.project(turn, branch.speak(turn, Map.of("text", "Acme will buy us")));
        play(trunk, 1);

        for (Story other : List.of(trunk, sibling)) {
            assertThat(other.row().scenario().initialContext()).isEmpty();
            assertThat(store.memories.recall(other.id, "ceo", 9, Long.MAX_VALUE, "Acme").remembered().stream()
                            .limit(9)
                            .toList())
                    .noneMatch(memory -> memory.content().toString().contains("Acme"));
        }
        assertThat(store.memories.recall(branch.id, "ceo", 9, Long.MAX_VALUE, "Acme").remembered().stream()
                        .limit(9)
                        .toList())
                .anyMatch(memory -> memory.content().toString().contains("Acme"));
    }

    @Test
    void who_is_told_to_stay_away_speaks_again_when_the_time_is_over() {
        Story branch = fork(trunk, 0, new DirectAgent("sales", null, null, Map.of(), 1, null));

        Turn first = branch.takeNext();
        branch.project(first, branch.speak(first));
        Turn second = branch.takeNext();

        assertThat(first.speakers()).extracting(Seat::id).containsExactly("ceo", "pm");
        assertThat(second.speakers()).extracting(Seat::id).containsExactly("ceo", "pm", "sales");
    }

    @Test
    void a_turn_in_which_nobody_could_speak_is_refused() {
        Story branch = fork(trunk, 0, new DirectAgent("all", null, null, Map.of(), 1, null));

        var request = branch.next();

        assertThat(branch.take(request).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(branch.request(request.id()).outcome().httpStatus()).isEqualTo(422);
    }

    @Test
    void who_left_has_no_stance_and_does_not_speak() {
        play(trunk, 1);

        Story branch = fork(trunk, 1, new RemoveSeat("sales"));

        assertThat(store.snapshots.find(branch.id, 1).orElseThrow().state().stances())
                .noneMatch(stance -> stance.seat().equals("sales"));
        assertThat(branch.takeNext().speakers()).extracting(Seat::id).containsExactly("ceo", "pm");
    }

    @Test
    void a_change_that_is_not_possible_writes_nothing() {
        assertThatThrownBy(() -> fork(trunk, 0, new SetContext(Map.of()), new RemoveSeat("cfo")))
                .isInstanceOfSatisfying(InvalidChange.class, invalid -> {
                    assertThat(invalid.index()).isEqualTo(1);
                    assertThat(invalid).hasMessageContaining("ceo, pm, sales");
                });

        assertThat(store.lineages.tree(trunk.id)).hasSize(1);
    }

    @Test
    void turns_that_were_not_played_and_unknown_simulations_cannot_be_forked() {
        play(trunk, 1);

        assertThat(Branch.fork(store, trunk.id, 2)).isEqualTo(new Forked.UnknownTurn(1));
        assertThat(Branch.fork(store, UUID.randomUUID(), 0)).isEqualTo(new Forked.UnknownSimulation());
    }

    @Test
    void a_branch_that_could_never_be_played_is_refused() {
        play(trunk, 2);

        assertThat(forkWith(2, 2)).isEqualTo(new Forked.InvalidLength(3, 500));
        assertThat(forkWith(2, 501)).isEqualTo(new Forked.InvalidLength(3, 500));
        assertThat(forkWith(2, 3)).isInstanceOf(Forked.Branch.class);
    }

    @Test
    void lineages_end_at_64_ancestors() {
        UUID last = trunk.id;
        for (int depth = 1; depth <= 64; depth++) {
            last = Branch.of(store, last, 0);
        }

        assertThat(Branch.fork(store, last, 0)).isEqualTo(new Forked.TooDeep(64));
    }

    @Test
    void a_late_fork_writes_as_much_as_an_early_one() {
        Story longer = Story.of(store, Scenarios.priceIncrease(50));
        play(longer, 40);

        assertThat(rowsOf(fork(longer, 40))).isEqualTo(rowsOf(fork(longer, 2))).isEqualTo(5);
    }

    private Forked forkWith(int turn, int maxTurns) {
        UUID id = UUID.randomUUID();
        return store.branches.fork(
                new NewBranch(id, trunk.id, turn, null, maxTurns, List.of(), false), id.toString(), "body");
    }

    private static int rowsOf(Story branch) {
        return List.of("journal", "snapshots", "lineage", "turns", "memories", "calls", "simulations").stream()
                .mapToInt(table -> store.jdbc
                        .sql("select count(*) from %s where %s = :id"
                                .formatted(table, table.equals("simulations") ? "id" : "simulation"))
                        .param("id", branch.id)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    private static Story fork(Story parent, int turn, io.synthforce.workflows.change.Change... changes) {
        return Story.from(store, Branch.of(store, parent.id, turn, changes));
    }

    private static void play(Story story, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            story.playTurn();
        }
    }

    private static BigDecimal cash(Story story, int turn) {
        return store.snapshots.find(story.id, turn).orElseThrow().state().value("cash");
    }

    private static String eventsHash(UUID simulation, int turn) {
        return store.jdbc
                .sql("select events_hash from turns where simulation = :id and turn = :turn")
                .param("id", simulation)
                .param("turn", turn)
                .query(String.class)
                .single();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
