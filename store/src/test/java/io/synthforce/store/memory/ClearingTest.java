package io.synthforce.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ClearingTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);
    private final MemoryEdits edits = store.edits;

    @Test
    void what_was_cleared_is_neither_listed_nor_recalled_and_what_is_learned_after_it_is() {
        story.playTurn();
        edits.clear(story.id);

        assertThat(store.memories.list(story.id, null)).isEmpty();
        assertThat(recalled(story.id, 2)).isEmpty();

        story.playTurn();
        assertThat(recalled(story.id, 3)).containsExactly(2);
    }

    @Test
    void nothing_is_deleted() {
        story.playTurn();
        edits.clear(story.id);

        assertThat(store.jdbc
                        .sql("select count(*) from memories where simulation = :id")
                        .param("id", story.id)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_turn_under_way_goes_on_with_what_it_knows() {
        story.playTurn();
        Turn turn = story.takeNext();
        edits.clear(story.id);

        assertThat(recalled(story.id, turn.number())).containsExactly(1);
        assertThat(recalled(story.id, turn.number() + 1)).isEmpty();
    }

    @Test
    void a_branch_forked_before_keeps_what_it_saw_and_one_forked_after_begins_without() {
        story.playTurn();
        UUID before = Branch.of(story, 1);
        edits.clear(story.id);
        UUID after = Branch.of(story, 1);

        assertThat(recalled(before, 2)).containsExactly(1);
        assertThat(recalled(after, 2)).isEmpty();
    }

    @Test
    void a_branch_of_a_turn_before_the_clearing_knows_what_was_known_then() {
        story.playTurn();
        story.playTurn();
        edits.clear(story.id);
        UUID branch = Branch.of(story, 1);

        assertThat(recalled(branch, 2)).containsExactly(1);
    }

    @Test
    void a_branch_can_forget_what_it_inherited_and_its_trunk_does_not() {
        story.playTurn();
        UUID branch = Branch.of(story, 1);
        edits.clear(branch);

        assertThat(recalled(branch, 2)).isEmpty();
        assertThat(recalled(story.id, 2)).containsExactly(1);
        assertThat(recalled(Branch.of(store, branch, 1), 2)).isEmpty();
    }

    @Test
    void what_the_previous_release_clears_is_cleared() {
        story.playTurn();
        store.jdbc.sql("""
                        insert into memory_clearings (simulation, ancestor, upto_seq, from_turn)
                        values (:id, :id, :head, 2)""").param("id", story.id).param("head", story.head()).update();

        assertThat(recalled(story.id, 2)).isEmpty();
    }

    @Test
    void an_unknown_simulation_keeps_nothing_to_clear() {
        edits.clear(UUID.randomUUID());
    }

    private static List<Integer> recalled(UUID reader, int turn) {
        return store.memories.recall(reader, "ceo", turn, Long.MAX_VALUE, "").remembered().stream()
                .limit(5)
                .toList()
                .stream()
                .map(Memory::turn)
                .toList();
    }
}
