package io.synthforce.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.memory.MemoryEdits.Edited;
import io.synthforce.workflows.memory.MemoryType;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EditsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void what_is_changed_is_remembered_as_it_is_now_under_the_same_id() {
        story.playTurn();
        Memory before = only(story.id);

        change(story.id, before, new MemoryChange("The bank called", 0.9, 7, null));

        Memory after = only(story.id);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.summary()).isEqualTo("The bank called");
        assertThat(after.importance()).isEqualTo(0.9);
        assertThat(after.untilTurn()).isEqualTo(7);
        assertThat(lines(story.id, 2)).containsExactly("turn_1_response: The bank called");
    }

    @Test
    void what_is_changed_to_what_it_is_is_no_change() {
        story.playTurn();
        change(story.id, only(story.id), new MemoryChange(null, 0.5, null, false));

        assertThat(edits()).isZero();
    }

    @Test
    void what_is_forgotten_is_neither_listed_nor_recalled_and_cannot_be_changed_any_more() {
        story.playTurn();
        Memory memory = only(story.id);

        store.edits.forget(story.id, memory.id());

        assertThat(store.memories.list(story.id, "ceo")).isEmpty();
        assertThat(lines(story.id, 2)).isEmpty();
        assertThat(store.edits.forget(story.id, memory.id())).isInstanceOf(Edited.UnknownMemory.class);
        assertThat(store.edits.change(story.id, memory.id(), new MemoryChange("Back", null, null, null)))
                .isInstanceOf(Edited.UnknownMemory.class);
    }

    @Test
    void nobody_changes_what_another_simulation_keeps() {
        story.playTurn();
        Story other = Story.ofPriceIncrease(store);

        assertThat(store.edits.forget(other.id, only(story.id).id())).isInstanceOf(Edited.UnknownMemory.class);
        assertThat(store.edits.forget(UUID.randomUUID(), only(story.id).id()))
                .isInstanceOf(Edited.UnknownSimulation.class);
    }

    @Test
    void a_turn_under_way_goes_on_with_what_it_knows() {
        story.playTurn();
        Turn turn = story.takeNext();
        List<String> known = lines(story.id, turn.number());

        change(story.id, only(story.id), new MemoryChange("Otherwise", null, null, null));
        add(story.id, "pinned", true);

        assertThat(lines(story.id, turn.number())).isEqualTo(known);
        assertThat(lines(story.id, turn.number() + 1))
                .containsExactly("pinned: Pinned by hand (pinned)", "turn_1_response: Otherwise");
    }

    @Test
    void a_turn_that_was_left_with_replies_goes_on_with_what_they_were_given() {
        story.playTurn();
        Turn turn = story.takeNext();
        story.speak(turn);
        story.abandon(turn);
        List<String> known = lines(story.id, turn.number());

        store.edits.forget(story.id, only(story.id).id());

        assertThat(lines(story.id, turn.number())).isEqualTo(known).isNotEmpty();
    }

    @Test
    void what_is_given_counts_from_the_next_turn_on_and_for_its_seat_alone() {
        story.playTurn();

        Memory added = add(story.id, "contract", false);

        assertThat(added.turn()).isEqualTo(1);
        assertThat(added.content()).containsEntry("turn", 1);
        assertThat(lines(story.id, 1)).isEmpty();
        assertThat(lines(story.id, 2)).contains("contract: By hand");
        assertThat(store.memories.recall(story.id, "pm", 2, Long.MAX_VALUE, "").remembered())
                .extracting(Memory::key)
                .doesNotContain("contract");
    }

    @Test
    void the_same_request_gives_once() {
        story.playTurn();
        AddedMemory note = note(null, false);

        Edited first = store.edits.add(story.id, note, "key-1", "body");

        assertThat(store.edits.add(story.id, note, "key-1", "body")).isEqualTo(first);
        assertThat(store.edits.add(story.id, note, "key-1", "other")).isInstanceOf(Edited.KeyConflict.class);
        assertThat(store.edits.add(story.id, note("note_1_1", false), "key-2", "body"))
                .isEqualTo(new Edited.KeyTaken("note_1_1"));
    }

    @Test
    void a_cleared_simulation_remembers_what_it_was_given_after_at_the_same_head() {
        story.playTurn();
        add(story.id, "before", false);
        store.edits.clear(story.id);
        add(story.id, "after", false);

        assertThat(lines(story.id, 2)).containsExactly("after: By hand");
    }

    @Test
    void only_so_many_can_be_pinned_until_one_is_unpinned() {
        story.playTurn();
        for (int i = 0; i < MemoryEdits.MOST_PINNED; i++) {
            add(story.id, "pin_" + i, true);
        }
        Memory one = store.memories.list(story.id, "ceo").stream()
                .filter(Memory::pinned)
                .findFirst()
                .orElseThrow();

        assertThat(store.edits.add(story.id, note("too_many", true), key(), ""))
                .isEqualTo(new Edited.TooManyPinned(MemoryEdits.MOST_PINNED));
        change(story.id, one, new MemoryChange(null, null, null, false));
        add(story.id, "now", true);
    }

    @Test
    void a_branch_forked_before_an_edit_at_the_same_head_does_not_see_it_and_one_forked_after_does() {
        story.playTurn();
        UUID before = Branch.of(story, 1);
        List<String> untouched = lines(before, 2);

        change(story.id, only(story.id), new MemoryChange("Changed", null, null, true));
        add(story.id, "secret", true);
        UUID after = Branch.of(story, 1);

        assertThat(lines(before, 2)).isEqualTo(untouched);
        assertThat(lines(after, 2))
                .isEqualTo(lines(story.id, 2))
                .containsExactlyInAnyOrder("turn_1_response: Changed (pinned)", "secret: Pinned by hand (pinned)");
    }

    @Test
    void nothing_done_to_the_parent_after_the_fork_changes_what_a_branch_or_its_branch_knows() {
        story.playTurn();
        add(story.id, "shared", true);
        UUID branch = Branch.of(story, 1);
        UUID twig = Branch.of(store, branch, 1);
        UUID twin = Branch.of(story, 1);
        List<String> untouched = lines(twin, 2);

        for (Memory memory : store.memories.list(story.id, "ceo")) {
            change(story.id, memory, new MemoryChange("Changed", 1.0, 1, !memory.pinned()));
        }
        store.edits.forget(story.id, only(story.id, "turn_1_response").id());
        store.edits.clear(story.id);
        add(story.id, "late", true);

        assertThat(lines(branch, 2)).isEqualTo(untouched);
        assertThat(lines(twig, 2)).isEqualTo(untouched);
    }

    @Test
    void what_a_branch_changes_of_what_it_inherited_stays_with_it() {
        story.playTurn();
        UUID branch = Branch.of(story, 1);
        UUID twin = Branch.of(story, 1);

        change(branch, only(branch), new MemoryChange("Only here", null, null, null));
        UUID twig = Branch.of(store, branch, 1);

        assertThat(lines(branch, 2)).containsExactly("turn_1_response: Only here");
        assertThat(lines(twig, 2)).isEqualTo(lines(branch, 2));
        assertThat(lines(twin, 2)).isEqualTo(lines(story.id, 2)).doesNotContain("turn_1_response: Only here");
    }

    @Test
    void a_branch_of_a_turn_before_the_edit_knows_what_was_known_then() {
        story.playTurn();
        story.playTurn();
        add(story.id, "late", true);

        assertThat(lines(Branch.of(story, 1), 2)).doesNotContain("late: Pinned by hand (pinned)");
        assertThat(lines(Branch.of(story, 2), 3)).contains("late: Pinned by hand (pinned)");
    }

    private Memory add(UUID simulation, String key, boolean pinned) {
        return ((Edited.Done) store.edits.add(simulation, note(key, pinned), key(), "")).memory();
    }

    private static AddedMemory note(String key, boolean pinned) {
        String summary = pinned ? "Pinned by hand" : "By hand";
        return new AddedMemory("ceo", null, MemoryType.SEMANTIC, key, summary, List.of(), 0.5, null, null, pinned);
    }

    private static void change(UUID simulation, Memory memory, MemoryChange change) {
        assertThat(store.edits.change(simulation, memory.id(), change)).isInstanceOf(Edited.Done.class);
    }

    private static Memory only(UUID simulation) {
        return only(simulation, "turn_1_response");
    }

    private static Memory only(UUID simulation, String key) {
        return store.memories.list(simulation, "ceo").stream()
                .filter(memory -> memory.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(UUID reader, int turn) {
        return store.memories.recall(reader, "ceo", turn, Long.MAX_VALUE, "").remembered().stream()
                .map(Memory::line)
                .toList();
    }

    private int edits() {
        return store.jdbc
                .sql("select count(*) from memory_edits where simulation = :id")
                .param("id", story.id)
                .query(Integer.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
