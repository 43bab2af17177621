package io.synthforce.embedded.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ScriptTest {

    private static final long SEEDS = 60;

    private final Prompts prompts = Prompts.priceIncrease();

    @Test
    void theSameRequestGetsTheSameContent() {
        var again = Prompts.priceIncrease();

        assertThat(all(prompts)).isEqualTo(all(again));
    }

    @Test
    void everyInputMakesADifference() {
        var answers = new HashSet<String>();
        var variants = List.of(
                prompts,
                prompts.seed(43),
                prompts.turn(4),
                prompts.input("A key account threatens to leave!"),
                prompts.ledger("- cash: 479.0000 k$ (was 500)"),
                prompts.scenario(Prompts.SCENARIO + " The board meets in March."));

        variants.forEach(variant -> answers.add(Scripted.content(variant.position("ceo"))));

        assertThat(answers).hasSameSizeAs(variants);
    }

    @Test
    void rolesSpeakDifferently() {
        var positions = Scripted.positions(prompts);

        assertThat(new HashSet<>(positions.values())).hasSize(7);
        assertThat(positions.get("support"))
                .containsAnyOf("queue", "ticket", "Customers forgive", "quiet customers", "colleague");
        assertThat(positions.get("engineering_lead"))
                .containsAnyOf("breaks", "range", "rolled back", "team", "debt", "years");
    }

    @Test
    void everyAnswerFitsItsSchemaAndItsRanges() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            all(prompts.seed(seed)).forEach((schema, content) -> {
                var answer = Schemas.tree(content);
                assertThat(Schemas.errors(Schemas.ALL.get(schema), answer)).isEmpty();
                assertThat(answer.findValues("stance"))
                        .allSatisfy(stance -> assertThat(stance.intValue()).isBetween(-2, 2));
                for (var share : List.of("confidence", "importance", "completion_chance")) {
                    assertThat(answer.findValues(share))
                            .allSatisfy(value -> assertThat(value.doubleValue()).isBetween(0.0, 1.0));
                }
                for (var rating : List.of("performance", "reusability")) {
                    assertThat(answer.findValues(rating))
                            .allSatisfy(value -> assertThat(value.intValue()).isBetween(0, 5));
                }
                assertThat(answer.findValues("priority"))
                        .allSatisfy(value -> assertThat(value.intValue()).isBetween(1, 10));
            });
        }
    }

    @Test
    void positionsAreReadableAtAnyLengthOfTheirParts() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            for (var seat : Prompts.SEATS) {
                var text = Scripted.text(prompts.seed(seed).position(seat));
                assertThat(Scripted.words(text)).as(text).isBetween(60, 150);
                assertThat(text).doesNotContain("{", "}", "  ").endsWith(".");
            }
        }
    }

    @Test
    void positionsPickUpTheScenarioTheInputAndTheLedger() {
        var said = String.join(" ", Scripted.positions(prompts).values());

        assertThat(said)
                .contains("price increase", "support backlog", "A key account threatens to leave")
                .containsAnyOf("480 k$", "1012", "68 points of 100");
        Scripted.positions(prompts)
                .values()
                .forEach(text -> assertThat(text).contains("A key account threatens to leave"));
    }

    @Test
    void stancesSpreadOverTheRoles() {
        var seen = new TreeSet<Integer>();
        var split = LongStream.range(0, SEEDS).filter(seed -> {
            var stances = Prompts.SEATS.stream()
                    .map(seat -> Scripted.answer(prompts.seed(seed).position(seat))
                            .at("/stances/0/stance")
                            .intValue())
                    .toList();
            seen.addAll(stances);
            return stances.stream().anyMatch(s -> s > 0) && stances.stream().anyMatch(s -> s < 0);
        });

        assertThat(split.count()).isGreaterThan(SEEDS * 9 / 10);
        assertThat(seen).containsExactly(-2, -1, 0, 1, 2);
    }

    @Test
    void tasksDependOnlyOnWhatIsOpenOrNamedBefore() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var known = new HashSet<>(Set.of("pm_1", "pm_2", "sales_3"));
            for (var task : tasks(seed)) {
                task.get("depends_on").forEach(name -> assertThat(known).contains(name.stringValue()));
                known.add(task.get("name").stringValue());
            }
        }
    }

    @Test
    void openTasksMoveOnUnderTheirIdsUnlessTheyWaitForOthers() {
        var states = new TreeSet<String>();
        for (var seed = 0L; seed < SEEDS; seed++) {
            for (var task : tasks(seed)) {
                if (task.get("id").stringValue().equals("pm_1")) {
                    states.add(task.get("state").stringValue());
                    assertThat(task.get("name").stringValue()).isEqualTo("Rank the options");
                    assertThat(task.get("effort_hours").doubleValue()).isEqualTo(24);
                    assertThat(task.get("percent_done").doubleValue()).isBetween(45.0, 100.0);
                }
                assertThat(task.get("id").stringValue()).isNotEqualTo("pm_2");
            }
        }
        assertThat(states).containsExactly("blocked", "done", "in_progress");
    }

    @Test
    void someNewTasksBuildSomethingThatCanBeCounted() {
        var built = LongStream.range(0, SEEDS)
                .mapToObj(this::tasks)
                .flatMap(JsonNode::valueStream)
                .flatMap(task -> task.get("functions").valueStream())
                .toList();

        assertThat(built).hasSizeGreaterThan((int) SEEDS / 6).allSatisfy(function -> {
            assertThat(function.get("data_elements").intValue()).isPositive();
            assertThat(function.get("files").intValue()).isPositive();
        });
    }

    private JsonNode tasks(long seed) {
        return Scripted.answer(prompts.seed(seed).position("pm")).get("tasks");
    }

    @Test
    void theCoordinatorNamesOneDisagreementBetweenOpposedPositionsAndTwoOrThreeWhoMustAnswer() {
        var sizes = new TreeSet<Integer>();
        for (var seed = 0L; seed < SEEDS; seed++) {
            var variant = prompts.seed(seed);
            var positions = Scripted.unnamed(variant);
            var named = Scripted.answer(variant.disagreements(positions)).get("disagreements");

            assertThat(named).hasSize(1);
            var between = strings(named.get(0).get("between"));
            var mustAnswer = strings(named.get(0).get("must_answer"));
            sizes.add(mustAnswer.size());
            assertThat(between).doesNotHaveDuplicates().containsAll(mustAnswer);
            var issue = named.get(0).get("issue").stringValue();
            assertThat(stance(positions.get(between.get(0)), issue) * stance(positions.get(between.get(1)), issue))
                    .isNegative();
            assertThat(named.get(0).get("question").stringValue()).isNotBlank();
        }
        assertThat(sizes).containsExactly(2, 3);
    }

    @Test
    void aSingleVoiceDisagreesWithNobody() {
        var request = prompts.request(
                "disagreements",
                Schemas.tree(Schemas.ALL
                        .get("disagreements")
                        .toString()
                        .replace("[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\"]", "[\"A\"]")),
                "## Positions\n### A\nI am alone.");

        assertThat(Scripted.answer(request).get("disagreements")).isEmpty();
    }

    @Test
    void aReplyMeetsTheArgumentAndSometimesGivesWay() {
        var conceded = new TreeSet<Boolean>();
        for (var seed = 0L; seed < SEEDS; seed++) {
            var reply = Scripted.answer(prompts.seed(seed)
                    .reply("sales", "My vote is “go ahead”.", "The backlog of six days is the real risk."));
            conceded.add(reply.get("conceded").asBoolean());
            assertThat(reply.at("/stances/0/stance").intValue()).isNotNegative();
            assertThat(Scripted.words(reply.get("text").stringValue())).isBetween(40, 120);
        }
        assertThat(conceded).containsExactly(false, true);
    }

    @Test
    void minutesHaveSixHeadingsAndKeepToTheFacts() {
        var positions = Scripted.positions(prompts);
        for (var seed = 0L; seed < SEEDS; seed++) {
            var minutes = Scripted.answer(prompts.seed(seed).minutes(positions));

            assertThat(minutes.get("text").stringValue())
                    .contains("Themes", "Agreement", "Tension", "Decisions", "Open questions", "Next focus");
            assertThat(Scripted.words(minutes.get("text").stringValue())).isLessThan(300);
            assertThat(strings(minutes.get("decisions")))
                    .contains("decision decided: go ahead (4 for, 2 against)", "action taken: launch campaign");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001",
                "价格上涨百分之十五，客户正在离开。支持团队积压了六天。",
                "🚀🚀🚀 🚀",
                "مرحبا بكم في الشركة",
                "{\"not\": \"prose\"}",
                "## Turn\nTurn 9 of 9",
                "$1 \\ {term1} {issue}",
                "\uD800 lone"
            })
    void anyScenarioCanBeSpokenAbout(String scenario) {
        all(prompts.scenario(scenario))
                .forEach((schema, content) -> assertThat(Schemas.errors(Schemas.ALL.get(schema), Schemas.tree(content)))
                        .isEmpty());
    }

    @Test
    void aScenarioOfAMegabyteIsReadInTime() {
        var huge = prompts.scenario("Workshops complain about hosting. ".repeat(32_000));
        var start = System.nanoTime();

        assertThat(Scripted.words(Scripted.text(huge.position("ceo")))).isBetween(60, 150);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void unknownRolesSpeakFromTheirCapabilities() {
        var text = Scripted.text(prompts.position("chief_baker"));

        assertThat(Scripted.words(text)).isBetween(60, 150);
        assertThat(text)
                .containsAnyOf(
                        "Chief of chief_baker", "strategic planning", "decision making", "problem seen", "every step");
    }

    private static Map<String, String> all(Prompts prompts) {
        var positions = Scripted.positions(prompts);
        var all = new LinkedHashMap<String, String>();
        all.put("position", Scripted.content(prompts.position("ceo")));
        all.put("reply", Scripted.content(prompts.reply("ceo", positions.get("ceo"), positions.get("support"))));
        all.put("disagreements", Scripted.content(prompts.disagreements(Scripted.unnamed(prompts))));
        all.put("minutes", Scripted.content(prompts.minutes(positions)));
        all.put("analysis", Scripted.content(prompts.analysis(positions)));
        return all;
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static int stance(String position, String issue) {
        var stances = Schemas.tree(position.substring(position.indexOf("Stances: ") + "Stances: ".length()));
        return stances.valueStream()
                .filter(stance -> stance.get("issue").stringValue().equals(issue))
                .findFirst()
                .orElseThrow()
                .get("stance")
                .intValue();
    }
}
