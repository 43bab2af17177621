package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.question.PositionQuestion;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.memory.AddedMemory;
import io.synthforce.store.memory.Memory;
import io.synthforce.workflows.memory.MemoryType;
import io.synthforce.workflows.memory.Tokens;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three hundred turns of talk, facts and commitments, written as every turn is, and what a prompt holds of them. */
class LongMemoryTest {

    private static final int LAST = 300;
    private static final String PLANTED = "The exclusivity clause with Kowalczyk ends in October.";
    private static final List<String> TALK =
            List.of(("prices customers churn hiring support backlog quarter roadmap sales market clause contract runway"
                            + " campaign product quality release budget October team partners segment revenue margin")
                    .split(" "));

    private static final List<String> CAST =
            Roles.all().stream().map(Role::role).toList();

    @AutoClose
    private static final TestStore store = new TestStore();

    private static final Random random = new Random(7);
    private static final Map<Integer, String> prompts = new LinkedHashMap<>();
    private static final Map<Integer, Integer> tokens = new LinkedHashMap<>();
    private static Story story;
    private static Turn last;

    @BeforeAll
    static void play() {
        story = Story.of(store, Scenarios.with(new Settings(500, CAST, 0.7, true, true, 1)));
        for (int number = 1; number < LAST; number++) {
            if (number == 3) {
                pin();
            }
            Turn turn = story.takeNext("{\"user_input\":\"%s\"}".formatted(talk(12)));
            prompts.put(number, prompt(number));
            if (isEarly(number) || isLate(number)) {
                int turnNumber = number;
                tokens.put(
                        number,
                        CAST.stream()
                                .mapToInt(seat -> Tokens.of(prompt(turnNumber, seat)))
                                .sum());
            }
            story.project(turn, story.speak(turn, said(number)));
        }
        last = story.takeNext("{\"user_input\":\"Does the exclusivity clause with Kowalczyk still bind us?\"}");
    }

    @Test
    void a_fact_of_turn_two_is_in_the_prompt_when_turn_three_hundred_concerns_it() {
        assertThat(prompt(last.number())).contains("- turn_2_fact_1: " + PLANTED);
        assertThat(prompts.get(LAST - 1)).doesNotContain(PLANTED);
    }

    @Test
    void prompts_of_the_whole_cast_are_as_long_in_the_last_turns_as_around_the_twentieth() {
        double early = average(LongMemoryTest::isEarly);

        assertThat(early).isGreaterThan(1000.0 * CAST.size());
        assertThat(average(LongMemoryTest::isLate)).isCloseTo(early, within(early / 10));
    }

    @Test
    void what_is_pinned_is_in_every_prompt_and_what_no_longer_holds_in_none() {
        for (int number = 3; number < LAST; number++) {
            assertThat(prompts.get(number)).contains("- never_forget: The board wants a decision. (pinned)");
            if (number > 12) {
                assertThat(prompts.get(number)).doesNotContain("Only until the summer");
            }
        }
        assertThat(prompts.get(3)).contains("Only until the summer");
    }

    @Test
    void agents_are_asked_to_look_back_now_and_then() {
        long due = prompts.values().stream()
                .filter(prompt -> prompt.contains("- reflections:"))
                .count();

        assertThat(due).isBetween(LAST / 20L, LAST / 2L);
    }

    private static void pin() {
        AddedMemory pinned = new AddedMemory(
                "ceo",
                null,
                MemoryType.SEMANTIC,
                "never_forget",
                "The board wants a decision.",
                List.of(),
                0.0,
                null,
                null,
                true);
        store.edits.add(story.id, pinned, "pin", "");
    }

    private static Map<String, Object> said(int number) {
        List<Object> facts = new ArrayList<>();
        if (number == 2) {
            facts.add(Map.of("text", PLANTED, "importance", 0.5, "until_turn", 0));
            facts.add(Map.of("text", "Only until the summer", "importance", 1.0, "until_turn", 12));
        } else {
            facts.add(Map.of(
                    "text", "We noted %s.".formatted(talk(9)), "importance", random.nextDouble(), "until_turn", 0));
        }
        List<Object> settled = store.memories.open(story.id, number).stream()
                .filter(commitment -> commitment.turn() < number - 2)
                .map(Memory::key)
                .distinct()
                .<Object>map(key -> Map.of("id", key, "outcome", "kept"))
                .toList();
        List<Object> reflections = prompts.get(number).contains("- reflections:")
                ? List.of(Map.of(
                        "text", "All in all %s.".formatted(talk(8)),
                        "importance", 0.7,
                        "sources", List.of("turn_%d_response".formatted(number - 1))))
                : List.of();
        return Map.of(
                "text",
                "I say %s.".formatted(talk(70)),
                "importance",
                random.nextDouble(),
                "facts",
                facts,
                "commitments",
                List.of(Map.of("text", "I will see to %s.".formatted(talk(5)), "until_turn", number + 2)),
                "settled",
                settled,
                "reflections",
                reflections);
    }

    private static String talk(int words) {
        return random.ints(words, 0, TALK.size()).mapToObj(TALK::get).collect(Collectors.joining(" "));
    }

    private static boolean isEarly(int turn) {
        return turn >= 15 && turn <= 24;
    }

    private static boolean isLate(int turn) {
        return turn >= LAST - 10 && turn < LAST;
    }

    private static double average(IntPredicate turns) {
        return tokens.entrySet().stream()
                .filter(turn -> turns.test(turn.getKey()))
                .mapToInt(Map.Entry::getValue)
                .average()
                .orElseThrow();
    }

    private static String prompt(int turn) {
        return prompt(turn, "ceo");
    }

    private static String prompt(int turn, String seat) {
        Scenes scenes = TestWorker.scenes(store);
        Scene scene = scenes.of(new ModelCall(story.position(turn, seat), CallClass.NEXT, story.id.toString(), null));
        return new PositionQuestion()
                .messages(scene).stream().map(Message::content).collect(Collectors.joining("\n"));
    }
}
