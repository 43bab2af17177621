package io.synthforce.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.InvalidFields;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings.Speaking;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {

    private static final String SMALL = """
            version: 1
            name: Small
            text: We consider opening on Sundays.
            clock: {start: 2027-01-31, step: month}
            horizon: 2027-06-30
            cast:
              - role: ceo
              - role: baker
                name: Baker
                description: Bakes.
                persona: You get up at three.
                goals: [Sleep]
                knows: {oven: "The oven will not last."}
                model: some/model
                authority: [bake]
              - role: ceo
            issues:
              - {id: sundays, question: Do we open on Sundays?, options: [open, stay closed], rule: owner, owner: ceo-2}
            speaking: relevant
            """;

    private static final String WORLD = """
            world:
              indicators:
                - {id: cash, name: Cash, unit: $, direction: up, start: 10, ruin: {at: 0}}
                - {id: bread, name: Bread, unit: loaves, direction: up, start: {low: 1, mode: 2, high: 3}, min: 0}
                - {id: worth, name: Worth, unit: $, direction: up, formula: cash + bread * 2}
              rules:
                - {id: rent, indicator: cash, constant: -1}
              events:
                - {id: flood, description: The river rises., on: 2027-04-01, private_to: [baker]}
              actions:
                - {id: bake, description: Bake, cost: {cash: 2}, effects: [{indicator: bread, amount: 4, after: 1}]}
            """;

    @Test
    void a_document_is_read_whole() {
        Scenario scenario = Documents.read(SMALL + WORLD, "body").scenario();

        assertThat(scenario.cast())
                .containsExactly(
                        new Seat("ceo", "ceo", "Chief Executive Officer", 100),
                        new Seat("ceo-2", "ceo", "Chief Executive Officer", 100),
                        new Seat("baker", "baker", "Baker", 50, "some/model"));
        assertThat(scenario.settings().maxTurns()).isEqualTo(6);
        assertThat(scenario.settings().speaking()).isEqualTo(Speaking.RELEVANT);
        assertThat(scenario.direction("baker"))
                .isEqualTo(
                        new Direction("baker", null, List.of("Sleep"), Map.of("oven", "The oven will not last."), 0));
        assertThat(scenario.role("baker").orElseThrow().persona()).isEqualTo("You get up at three.");
        assertThat(scenario.world().action("bake").orElseThrow().authority()).containsExactly("baker");
        assertThat(scenario.world().event("flood").orElseThrow().onTurn()).isEqualTo(3);
        assertThat(scenario.world().event("flood").orElseThrow().visibility())
                .isEqualTo(Visibility.privateTo(List.of("baker")));
        assertThat(scenario.world().indicator("cash").ruinEnds()).isTrue();
    }

    @Test
    void whatever_a_shipped_role_is_said_to_be_it_is() {
        String described = SMALL.replace(
                        "  - role: ceo\nissues", "  - {role: pm, description: Asks Holt first.}\nissues")
                .replace("owner: ceo-2", "owner: pm");

        Scenario scenario = Documents.read(described, "body").scenario();

        assertThat(scenario.role("pm").orElseThrow().description()).isEqualTo("Asks Holt first.");
        assertThat(scenario.role("pm").orElseThrow().persona())
                .isEqualTo(Roles.require("pm").persona());
    }

    @Test
    void a_chance_may_be_whether_something_holds() {
        String world = WORLD.replace("on: 2027-04-01", "probability: \"cash < 5\"");

        WorldEvent flood = Documents.read(SMALL + world, "body")
                .scenario()
                .world()
                .event("flood")
                .orElseThrow();

        assertThat(flood.probability(_ -> BigDecimal.ONE)).isEqualTo(1);
        assertThat(flood.probability(_ -> BigDecimal.TEN)).isZero();
    }

    @Test
    void without_a_world_the_default_company_is_played() {
        assertThat(Documents.read(SMALL.replace("authority: [bake]", "priority: 9"), "body")
                        .scenario()
                        .world())
                .isEqualTo(DefaultWorld.world());
    }

    @Test
    void yaml_json_and_an_object_are_the_same_document() {
        Documents.Read yaml = Documents.read(SMALL + WORLD, "body");
        String json = yaml.document().toPrettyString();

        assertThat(Documents.read(json, "body").scenario()).isEqualTo(yaml.scenario());
        assertThat(Documents.read(io.synthforce.workflows.json.Json.read(json, Map.class), "body")
                        .scenario())
                .isEqualTo(yaml.scenario());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            start: 10,             | start: -3,              | /world/indicators/0/start       | 22 | It starts outside
            formula: cash + bread  | formula: cash + breed   | /world/indicators/2/formula     | 24 | There is no indicator or parameter 'breed'
            formula: cash + bread  | formula: worth + bread  | /world/indicators/2/formula     | 24 | 'worth' is worked out of itself
            indicator: cash, const | indicator: worth, const | /world/rules/0/indicator        | 26 | 'worth' is worked out as
            private_to: [baker]    | private_to: [butcher]   | /world/events/0/private_to/0    | 28 | There is no role in the cast 'butcher'
            on: 2027-04-01         | on: 2027-02-30          | /world/events/0/on              | 28 | '2027-02-30' is no day
            on: 2027-04-01         | on: 2029-04-01          | /world/events/0/on              | 28 | not between the first turn and the horizon
            cost: {cash: 2}        | cost: {gold: 2}         | /world/actions/0/cost           | 30 | There is no indicator 'gold'
            amount: 4, after       | low: 5, mode: 4, high: 9, after | /world/actions/0/effects/0 | 30 | low <= mode <= high
            name: Cash             | nome: Cash              | /world/indicators/0/nome        | 22 | There is no 'nome' here
            direction: up, start: 10 | direction: left, start: 10 | /world/indicators/0/direction | 22 | does not have a value in the enumeration
            rule: owner            | rule: consent           | /issues/0/owner                 | 18 | The rule owner needs an owner
            owner: ceo-2           | owner: pm               | /issues/0/owner                 | 18 | There is no seat 'pm'
            horizon: 2027-06-30    | horizon: 2026-06-30     | /horizon                        | 5 | From the clock's start to the horizon
            authority: [bake]      | authority: [sing]       | /cast/1/authority               | 15 | There is no action 'sing'
            start: 10,             | start: 10, internal: 1,| /world/indicators/0/internal    | 22 | boolean expected
            persona: You           | personal: You           | /cast/1/personal                | 11 | There is no 'personal' here
            """)
    void what_is_wrong_is_told_with_path_and_line(String right, String wrong, String path, int line, String message) {
        String text = SMALL + WORLD.replace("start: 10, ruin", "start: 10, min: -2, ruin");
        assertThat(text).contains(right);

        List<InvalidField> faults = faults(text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.message()).contains(message);
            assertThat(fault.field()).isEqualTo("body" + path.replace('/', '.'));
        });
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(faults((SMALL + WORLD).replace("[baker]", "[butcher]").replace("{cash: 2}", "{gold: 2}")))
                .extracting(InvalidField::path)
                .containsExactlyInAnyOrder("/world/events/0/private_to/0", "/world/actions/0/cost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Small     | name: [Small           | 3",
                "name: Small     | name: &a Small\\nversion: 1 | 4",
                "role: baker     | role: *nobody          | 8"
            })
    void what_cannot_be_read_is_told_with_its_line(String right, String wrong, int atLeast) {
        List<InvalidField> faults = faults(SMALL.replace(right, wrong.replace("\\n", "\n")));

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isGreaterThanOrEqualTo(atLeast - 1));
    }

    @Test
    void an_anchor_cannot_be_repeated() {
        assertThat(faults(SMALL.replace("[Sleep]", "&g [Sleep]").replace("{oven", "*g\n    x: {oven")))
                .isNotEmpty();
    }

    @Test
    void a_document_has_its_limits() {
        assertThat(faults(SMALL + "#".repeat(Documents.LONGEST)))
                .singleElement()
                .extracting(InvalidField::type)
                .isEqualTo("string_too_long");
        assertThat(faults("- a list"))
                .singleElement()
                .extracting(InvalidField::line)
                .isEqualTo(1);
        assertThat(faults("")).hasSize(1);
    }

    private static List<InvalidField> faults(String text) {
        return catchThrowableOfType(InvalidFields.class, () -> Documents.read(text, "body"))
                .fields();
    }
}
