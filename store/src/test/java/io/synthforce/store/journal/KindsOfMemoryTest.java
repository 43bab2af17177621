package io.synthforce.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.memory.MemoryFilter;
import io.synthforce.store.memory.Recalled;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.memory.MemoryType;
import io.synthforce.workflows.memory.Outcome;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KindsOfMemoryTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.of(store, io.synthforce.store.fixture.Scenarios.priceIncrease(30));

    @Test
    void facts_are_kept_as_long_as_they_hold_and_not_twice() {
        play(Map.of("facts", List.of(fact("Holt pays late.", 0), fact("The pilot runs.", 2), fact(" ", 0))));
        play(Map.of("facts", List.of(fact("holt pays LATE.", 0))));

        assertThat(kept(MemoryType.SEMANTIC)).containsExactlyInAnyOrder("Holt pays late.");
        assertThat(remembered(story.id, 2)).contains("turn_1_fact_2: The pilot runs.");
        assertThat(remembered(story.id, 3)).doesNotContain("turn_1_fact_2: The pilot runs.");
    }

    @Test
    void what_holds_no_longer_can_be_learned_again() {
        play(Map.of("facts", List.of(fact("The pilot runs.", 1))));
        play(Map.of());
        play(Map.of("facts", List.of(fact("The pilot runs.", 5))));

        assertThat(remembered(story.id, 2)).doesNotContain("turn_1_fact_1: The pilot runs.");
        assertThat(remembered(story.id, 4)).contains("turn_3_fact_1: The pilot runs.");
    }

    @Test
    void what_is_said_again_with_a_later_end_holds_up_to_that_and_never_shorter() {
        play(Map.of("facts", List.of(fact("The pilot runs.", 2), fact("The bank waits.", 2))));
        play(Map.of("facts", List.of(fact("the pilot runs.", 4), fact("The bank waits.", 0))));
        play(Map.of("facts", List.of(fact("The pilot runs.", 3))));
        play(Map.of());
        play(Map.of());

        String pilot = "turn_1_fact_1: The pilot runs.";
        String bank = "turn_1_fact_2: The bank waits.";
        assertThat(kept(MemoryType.SEMANTIC)).containsExactly("The bank waits.");
        assertThat(remembered(story.id, 4)).contains(pilot, bank);
        assertThat(remembered(story.id, 5)).contains(bank).doesNotContain(pilot);
    }

    @Test
    void a_fact_longer_than_what_is_kept_of_it_is_kept_once() {
        String talk = "Holt pays late. ".repeat(30);
        play(Map.of("facts", List.of(fact(talk, 0))));
        play(Map.of("facts", List.of(fact(talk, 0))));

        assertThat(kept(MemoryType.SEMANTIC))
                .singleElement()
                .satisfies(text -> assertThat(text).hasSize(300));
    }

    @Test
    void a_commitment_comes_back_until_it_is_kept_or_dropped() {
        play(Map.of("commitments", List.of(commitment("I call Holt.", 2), commitment("I write it down.", 0))));
        play(Map.of());
        play(Map.of());

        assertThat(open(4))
                .containsExactly(
                        "turn_1_commitment_1: I call Holt. (due by turn 2)", "turn_1_commitment_2: I write it down.");

        play(Map.of("settled", List.of(Map.of("id", "turn_1_commitment_1", "outcome", "kept"))));
        assertThat(open(5)).containsExactly("turn_1_commitment_2: I write it down.");
        assertThat(remembered(story.id, 5)).contains("turn_1_commitment_1: I call Holt. (kept in turn 4)");
    }

    @Test
    void what_is_settled_after_a_fork_is_open_in_the_branch() {
        play(Map.of("commitments", List.of(commitment("I call Holt.", 2))));
        UUID branch = Branch.of(story, 1);
        play(Map.of("settled", List.of(Map.of("id", "turn_1_commitment_1", "outcome", "dropped"))));

        assertThat(recalled(branch, 2).commitments()).hasSize(1);
        assertThat(recalled(story.id, 3).commitments()).isEmpty();
        assertThat(recalled(Branch.of(story, 2), 3).commitments()).isEmpty();
    }

    @Test
    void ids_of_no_commitment_and_words_for_no_outcome_are_passed_over() {
        play(Map.of("commitments", List.of(commitment("I call Holt.", 2))));
        play(Map.of(
                "settled",
                List.of(
                        Map.of("id", "turn_9_commitment_1", "outcome", "kept"),
                        Map.of("id", "turn_1_response", "outcome", "dropped"),
                        Map.of("id", "turn_1_commitment_1", "outcome", "postponed"))));

        assertThat(open(3)).hasSize(1);
    }

    @Test
    void a_commitment_that_was_forgotten_while_it_was_kept_stays_forgotten() {
        play(Map.of("commitments", List.of(commitment("I call Holt.", 2))));
        Turn turn = story.takeNext();
        List<SimulationEvent> events =
                story.speak(turn, Map.of("settled", List.of(Map.of("id", "turn_1_commitment_1", "outcome", "kept"))));
        Memory commitment = store.memories
                .list(story.id, new MemoryFilter("ceo", MemoryType.LONG_TERM), 9, 0)
                .getFirst();
        store.edits.forget(story.id, commitment.id());
        story.project(turn, events);

        assertThat(store.memories.find(story.id, commitment.id())).isEmpty();
    }

    @Test
    void a_seat_with_enough_open_commitments_makes_no_further_ones() {
        for (int i = 0; i < MemoryEdits.MOST_OPEN; i++) {
            play(Map.of("commitments", List.of(commitment("First of " + i, 0), commitment("Second of " + i, 0))));
        }

        assertThat(open(9)).hasSize(MemoryEdits.MOST_OPEN);
    }

    @Test
    void much_that_was_learned_is_to_be_reflected_on_until_it_is() {
        play(Map.of("facts", List.of(fact("Holt pays late.", 0)), "importance", 1.0));
        assertThat(recalled(story.id, 2).reflectionDue()).isFalse();
        for (int i = 0; i < 4; i++) {
            play(Map.of("importance", 1.0, "facts", List.of(fact("Fact of " + i, 0))));
        }
        assertThat(recalled(story.id, 6).reflectionDue()).isTrue();

        play(Map.of(
                "reflections",
                List.of(
                        reflection("Cash decides.", "turn_1_fact_1", "turn_2_response", "turn_99_fact_1"),
                        reflection("Made up.", "turn_77_response"))));

        Recalled after = recalled(story.id, 7);
        assertThat(after.reflectionDue()).isFalse();
        assertThat(after.remembered())
                .filteredOn(memory -> !memory.sources().isEmpty())
                .singleElement()
                .satisfies(memory -> {
                    assertThat(memory.line()).isEqualTo("turn_6_reflection_1: Cash decides.");
                    assertThat(memory.sources()).containsExactly("turn_1_fact_1", "turn_2_response");
                });
    }

    @Test
    void what_passed_between_people_is_remembered_for_three_turns() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn);
        CallKey named = new CallKey(story.id, 1, CallKey.COORDINATOR, Phase.DISAGREEMENTS, 1);
        CallKey reply = new CallKey(story.id, 1, "ceo", Phase.REPLY, 1);
        story.record(
                story.begin(named), named, Map.of("disagreements", List.of(Map.of("question", "Is it too early?"))));
        story.record(story.begin(reply), reply, Map.of("text", "We have waited long enough."));
        events.add(
                4,
                new DisagreementsNamed(
                        1,
                        Answer.ok("hash"),
                        List.of(new Disagreement("d1", "price", List.of("ceo", "pm"), List.of("ceo")))));
        events.add(5, new ReplyGiven("ceo", 1, "d1", Answer.ok("hash"), List.of(), 60, List.of(), List.of(), false));
        story.project(turn, events);

        String line = "turn_1_exchange: Against Product Manager on “Is it too early?” you said: "
                + "“We have waited long enough.” You held to it.";
        assertThat(kept(MemoryType.SHORT_TERM)).hasSize(1);
        IntStream.rangeClosed(2, 4)
                .forEach(n -> assertThat(remembered(story.id, n)).contains(line));
        assertThat(remembered(story.id, 5)).doesNotContain(line);
    }

    @Test
    void what_is_not_a_list_or_not_a_number_is_passed_over() {
        play(Map.of(
                "facts", "none", "commitments", List.of(7), "settled", Map.of("a", 1), "reflections", List.of("x")));
        play(Map.of("facts", List.of(Map.of("text", "True.", "importance", "very", "until_turn", -3))));

        assertThat(kept(MemoryType.SEMANTIC)).containsExactly("True.");
        assertThat(Outcome.of("postponed")).isEmpty();
    }

    private void play(Map<String, Object> said) {
        Turn turn = story.takeNext();
        story.project(turn, story.speak(turn, said));
    }

    private static Map<String, Object> fact(String text, int untilTurn) {
        return Map.of("text", text, "importance", 0.5, "until_turn", untilTurn);
    }

    private static Map<String, Object> commitment(String text, int untilTurn) {
        return Map.of("text", text, "until_turn", untilTurn);
    }

    private static Map<String, Object> reflection(String text, String... sources) {
        return Map.of("text", text, "importance", 0.7, "sources", List.of(sources));
    }

    private List<String> kept(MemoryType type) {
        return store.memories.list(story.id, new MemoryFilter("ceo", type), 100, 0).stream()
                .map(Memory::summary)
                .toList();
    }

    private List<String> open(int turn) {
        return recalled(story.id, turn).commitments().stream().map(Memory::line).toList();
    }

    private static List<String> remembered(UUID reader, int turn) {
        return recalled(reader, turn).remembered().stream().map(Memory::line).toList();
    }

    private static Recalled recalled(UUID reader, int turn) {
        return store.memories.recall(reader, "ceo", turn, Long.MAX_VALUE, "");
    }
}
