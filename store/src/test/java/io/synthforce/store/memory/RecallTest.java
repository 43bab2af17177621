package io.synthforce.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.memory.NewMemory.Content;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecallTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private static final long NOW = 1_000_000;

    private final Story story = Story.of(store, Scenarios.priceIncrease(500));

    @Test
    void the_newer_memory_comes_first_when_all_else_is_equal() {
        remember(1, "We talked about prices", 0.6);
        remember(2, "We talked about prices", 0.6);
        remember(3, "We talked about prices", 0.6);

        assertThat(recalled("prices", 2)).containsExactly(3, 2);
    }

    @Test
    void the_more_important_memory_of_a_turn_comes_first() {
        remember(1, "Small talk", 0.1);
        remember("ceo", 1, 2, "other", "The bank called", 0.9);

        assertThat(store.memories.recall(story.id, "ceo", 5, NOW, "").remembered().stream()
                        .limit(2)
                        .toList())
                .extracting(memory -> memory.content().get("summary"))
                .containsExactly("The bank called", "Small talk");
    }

    @Test
    void what_the_query_is_about_is_recalled_from_long_ago() {
        remember(1, "Churn rose among small customers after the outage", 0.6);
        for (int turn = 2; turn <= 30; turn++) {
            remember(turn, "We talked about hiring", 0.6);
        }

        assertThat(recalled(31, "Will customers churn again?", 2)).containsExactly(30, 1);
        assertThat(recalled(31, "Will customers wait?", 2)).containsExactly(30, 1);
        assertThat(recalled(31, "", 2)).containsExactly(30, 29);
    }

    @Test
    void any_word_of_the_query_counts_and_more_of_them_count_more() {
        remember("ceo", 1, 1, "a", "Prices and customers", 0.6);
        remember("ceo", 1, 2, "b", "Prices alone", 0.6);
        remember("ceo", 1, 3, "c", "Neither of them", 0.6);

        assertThat(store.memories.recall(story.id, "ceo", 2, NOW, "prices customers competitors").remembered().stream()
                        .limit(3)
                        .toList())
                .extracting(memory -> memory.content().get("summary"))
                .containsExactly("Prices and customers", "Prices alone", "Neither of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the of and",
                "' | ! & ( ) : * <-> \\ \"",
                "a:* & b <-> 'c' | !d \\' OR 1=1 --",
                "nul \u0000 and half \uD83D",
                "C:\\dir\\file.txt /usr/it's/x\\y 'quoted \\' words'",
                "user@example.com https://a.b/c?d=e&f=g first-rate it's"
            })
    void whatever_is_asked_is_safe(String query) {
        remember(1, "Anything", 0.6);

        assertThat(recalled(query, 5)).containsExactly(1);
    }

    @Test
    void only_the_seats_own_memories_of_earlier_turns_up_to_the_head_are_recalled() {
        remember(1, "Mine", 0.6);
        remember("pm", 1, 1, "turn_1_response", "Another seat's", 0.6);
        remember(2, "Not before this turn", 0.6);

        assertThat(store.memories.recall(story.id, "ceo", 2, NOW, "").remembered().stream()
                        .limit(5)
                        .toList())
                .extracting(Memory::turn)
                .containsExactly(1);
        assertThat(store.memories.recall(story.id, "ceo", 5, 15, "").remembered().stream()
                        .limit(5)
                        .toList())
                .extracting(Memory::turn)
                .containsExactly(1);
    }

    @Test
    void the_clock_forgets_nothing() {
        remember(1, "Mine", 0.6);
        store.jdbc
                .sql("update memories set expires_at = now() - interval '1 year' where simulation = :id")
                .param("id", story.id)
                .update();

        assertThat(recalled("", 5)).containsExactly(1);
    }

    @Test
    void what_had_expired_when_the_turn_was_taken_is_forgotten_and_no_longer_shown() {
        Story trunk = Story.ofPriceIncrease(store);
        trunk.playTurn();
        int turn = trunk.takeNext().number();
        assertThat(turnsOf(store.memories.recall(trunk.id, "ceo", turn, NOW, "").remembered().stream()
                        .limit(5)
                        .toList()))
                .containsExactly(1);

        store.jdbc
                .sql("update memories set expires_at = now() - interval '1 day' where simulation = :id")
                .param("id", trunk.id)
                .update();

        assertThat(store.memories.recall(trunk.id, "ceo", turn, NOW, "").remembered().stream()
                        .limit(5)
                        .toList())
                .isEmpty();
        assertThat(store.memories.list(trunk.id, null)).isEmpty();
    }

    @Test
    void what_expires_while_a_turn_is_played_is_remembered_to_its_end() {
        Story trunk = Story.ofPriceIncrease(store);
        trunk.playTurn();
        int turn = trunk.takeNext().number();

        store.jdbc.sql("""
                        update memories m set expires_at = (
                          select taken_at + interval '1 microsecond' from turns where simulation = :id and turn = :turn)
                        where simulation = :id""").param("id", trunk.id).param("turn", turn).update();

        assertThat(turnsOf(store.memories.recall(trunk.id, "ceo", turn, NOW, "").remembered().stream()
                        .limit(5)
                        .toList()))
                .containsExactly(1);
    }

    @Test
    void a_memory_is_kept_for_the_days_that_are_set() {
        Story trunk = Story.ofPriceIncrease(store);
        trunk.playTurn();

        assertThat(store.memories.list(trunk.id, "ceo"))
                .allSatisfy(memory -> assertThat(memory.expiresAt())
                        .isEqualTo(memory.createdAt().plus(Duration.ofDays(30))));
    }

    @Test
    void of_memories_that_are_alike_the_newer_beats_the_older() {
        for (int turn : List.of(4, 2, 1, 3)) {
            remember(turn, "We talked about prices", 0.6);
        }

        List<Scored> recalled =
                store.memories.recall(story.id, "ceo", 5, NOW, "prices").recalled();

        assertThat(recalled).extracting(one -> one.memory().turn()).containsExactly(4, 3, 2, 1);
        assertThat(recalled).extracting(Scored::recency).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(recalled)
                .allSatisfy(
                        one -> assertThat(one.score()).as("the rest is equal").isEqualTo(one.recency()));
    }

    @Test
    void of_very_many_memories_the_best_match_is_found_even_as_the_oldest() {
        remember(1, "The acquisition of Acme failed", 0.6);
        for (int turn = 2; turn <= 600; turn++) {
            remember(turn, "We talked about hiring", 0.6);
        }

        assertThat(recalled(601, "acquisition", 2)).containsExactly(600, 1);
        assertThat(recalled(601, "", 2)).containsExactly(600, 599);
    }

    @Test
    void what_mattered_most_is_recalled_however_long_ago_it_was() {
        remember(1, "The founders left", 1.0);
        for (int turn = 2; turn <= 200; turn++) {
            remember(turn, "We talked about hiring", 0.1);
        }

        assertThat(recalled(201, "", 2)).containsExactly(200, 1);
    }

    @Test
    void of_a_long_query_the_words_said_most_often_count() {
        remember(1, "The acquisition failed", 0.6);
        remember(2, "We talked about hiring", 0.6);
        remember(3, "We talked about hiring", 0.6);
        String others = IntStream.range(0, 60).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

        assertThat(recalled(4, others + " acquisition, always the acquisition", 2))
                .containsExactly(3, 1);
    }

    @Test
    void a_branch_recalls_what_its_ancestors_knew_at_the_fork_and_what_it_learned_itself() {
        Story trunk = Story.ofPriceIncrease(store);
        trunk.playTurn();
        UUID branch = Branch.of(trunk, 1);
        trunk.playTurn();
        UUID twig = Branch.of(store, branch, 1);
        store.memories.remember(
                branch, 2, List.of(new NewMemory(2, "ceo", "ceo", "turn_2_response", content(2, "Branch"), 0.5)));

        assertThat(turnsOf(store.memories.recall(trunk.id, "ceo", 3, NOW, "").remembered().stream()
                        .limit(5)
                        .toList()))
                .containsExactly(2, 1);
        assertThat(store.memories.recall(branch, "ceo", 3, NOW, "").remembered().stream()
                        .limit(5)
                        .toList())
                .extracting(memory -> memory.content().get("summary"))
                .containsExactly("Branch", "Chief Executive Officer on turn 1");
        assertThat(turnsOf(store.memories.recall(branch, "ceo", 3, 0, "").remembered().stream()
                        .limit(5)
                        .toList()))
                .containsExactly(1);
        assertThat(turnsOf(store.memories.recall(twig, "ceo", 3, NOW, "").remembered().stream()
                        .limit(5)
                        .toList()))
                .containsExactly(1);
        assertThat(turnsOf(store.memories.list(branch, "ceo"))).containsExactlyInAnyOrder(1, 2);
        assertThat(turnsOf(store.memories.list(twig, "ceo"))).containsExactly(1);
    }

    @Test
    void recalls_are_counted_for_each_reader_apart() {
        Story trunk = Story.ofPriceIncrease(store);
        trunk.playTurn();
        UUID branch = Branch.of(trunk, 1);
        UUID memory = store.memories.list(trunk.id, "ceo").getFirst().id();

        store.memories.recalled(trunk.id, List.of(memory));
        store.memories.recalled(trunk.id, List.of(memory));
        store.memories.recalled(branch, List.of(memory, UUID.randomUUID()));
        store.memories.recalled(UUID.randomUUID(), List.of(memory));
        store.memories.recalled(branch, List.of());

        Memory own = store.memories.list(trunk.id, "ceo").getFirst();
        assertThat(own.accessCount()).isEqualTo(2);
        assertThat(own.lastAccessedAt()).isNotNull();
        assertThat(store.memories.list(branch, "ceo").getFirst().accessCount()).isEqualTo(1);
        assertThat(store.memories.recall(trunk.id, "ceo", 2, NOW, "").remembered().stream()
                        .limit(1)
                        .toList()
                        .getFirst()
                        .accessCount())
                .isEqualTo(2);
    }

    @Test
    void a_slip_of_the_pen_and_another_languages_endings_find_what_is_meant() {
        remember(1, "The clause with Kowalczyk ends in October", 0.6);
        remember(2, "Die Kündigungen der Kleinkunden häufen sich", 0.6);
        for (int turn = 3; turn <= 90; turn++) {
            remember(turn, "We talked about hiring", 0.6);
        }

        assertThat(recalled("what about kowalcyk", 2)).containsExactly(90, 1);
        assertThat(recalled("Kündigung Kleinkunde", 2)).containsExactly(90, 2);
    }

    @Test
    void the_best_by_each_measure_has_a_place_however_little_room_there_is() {
        remember(1, "Acme sues us. " + "x".repeat(400), 0.0);
        remember(2, "The founders left. " + "x".repeat(400), 1.0);
        for (int turn = 3; turn <= 99; turn++) {
            remember(turn, "Talk of turn " + turn + " " + "x".repeat(400), 0.9);
        }

        Recalled recalled = store.memories.recall(story.id, "ceo", 100, NOW, "Acme");

        assertThat(turnsOf(recalled.remembered())).contains(1, 2, 99);
        assertThat(recalled.tokens()).isLessThanOrEqualTo(Recalled.BUDGET);
        assertThat(recalled.crowdedOut()).isNotEmpty();
    }

    @Test
    void scores_are_the_sum_of_three_shares_and_what_is_recalled_comes_by_them() {
        for (int turn = 1; turn <= 50; turn++) {
            remember(turn, turn % 7 == 0 ? "Prices again" : "We talked about hiring", turn % 10 / 10.0);
        }

        List<Scored> recalled =
                store.memories.recall(story.id, "ceo", 51, NOW, "prices").recalled();

        assertThat(recalled).allSatisfy(one -> {
            assertThat(one.recency()).isBetween(0.0, 1.0);
            assertThat(one.importance()).isBetween(0.0, 1.0);
            assertThat(one.relevance()).isBetween(0.0, 1.0);
        });
        assertThat(recalled).extracting(Scored::score).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(recalled).filteredOn(one -> one.memory().turn() == 50).allMatch(one -> one.recency() == 1);
    }

    @Test
    void the_same_recall_is_the_same_on_any_day() {
        for (int turn = 1; turn <= 60; turn++) {
            remember(turn, "We talked about hiring", 0.5);
        }

        assertThat(store.memories.recall(story.id, "ceo", 61, NOW, "hiring"))
                .isEqualTo(store.memories.recall(story.id, "ceo", 61, NOW, "hiring"));
    }

    @Test
    void the_list_is_ordered_by_importance_and_then_newest_first() {
        remember(1, "Old and dull", 0.2);
        remember(2, "Important", 0.9);
        remember(3, "New and dull", 0.2);

        assertThat(turnsOf(store.memories.list(story.id, null))).containsExactly(2, 3, 1);
        assertThat(store.memories.list(story.id, "pm")).isEmpty();
    }

    private void remember(int turn, String summary, double importance) {
        remember("ceo", turn, 10L * turn, "turn_" + turn + "_response", summary, importance);
    }

    private void remember(String seat, int turn, long seq, String key, String summary, double importance) {
        store.memories.remember(
                story.id, turn, List.of(new NewMemory(seq, seat, seat, key, content(turn, summary), importance)));
    }

    private static Content content(int turn, String summary) {
        return new Content(turn, summary, List.of());
    }

    private List<Integer> recalled(String query, int limit) {
        return recalled(100, query, limit);
    }

    private List<Integer> recalled(int turn, String query, int limit) {
        return turnsOf(store.memories.recall(story.id, "ceo", turn, NOW, query).remembered().stream()
                .limit(limit)
                .toList());
    }

    private static List<Integer> turnsOf(List<Memory> memories) {
        return memories.stream().map(Memory::turn).toList();
    }
}
