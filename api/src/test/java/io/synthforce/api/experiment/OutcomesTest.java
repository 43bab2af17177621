package io.synthforce.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sales, who want to raise, decide on the price; support does not want to. A strike ruins the company at once. */
@WholeProgram
class OutcomesTest {

    private static final String DOCUMENT = """
        version: 1
        name: Price
        text: We consider raising our prices.
        clock: {start: 2027-01-04, step: month}
        horizon: 2027-12-31
        seed: price
        cast: [{role: sales}, {role: support}]
        issues: [{id: price, question: "What about the price?", options: [raise, keep], rule: owner, owner: sales}]
        world:
          indicators: [{id: cash, name: Cash, unit: k$, direction: up, start: 100, ruin: {at: 0}}]
          events:
            - {id: strike, description: Nobody works, probability: 0, effects: [{indicator: cash, amount: -500}]}
        """;

    private static final Map<String, Object> OTHERS_DECIDE = Map.of(
            "name",
            "others decide",
            "modifications",
            List.of(Map.of(
                    "type",
                    "decision_rule",
                    "target",
                    "price",
                    "change",
                    Map.of("rule", "owner", "owner", "support"))));
    private static final Map<String, Object> STRIKES = parameter("strikes", "events.strike.probability", 1);
    private static final Map<String, Object> NOTHING = parameter("same", "settings.temperature", 0.6);

    @Autowired
    private Caller caller;

    private String trunk;

    @BeforeEach
    void start() {
        trunk = caller.post("/simulate/start", Map.of("scenario_document", DOCUMENT))
                .expect(201)
                .text("session_id");
    }

    @Test
    void what_is_decided_can_be_judged_and_a_planted_effect_is_found() {
        Map<String, Object> raised = Map.of("decision", Map.of("issue", "price", "choice", "raise"));

        JsonNode answer = compared(Map.of("primary", raised, "matters", 5), OTHERS_DECIDE, NOTHING);

        assertThat(answer.path("outcome").path("primary").asString()).isEqualTo("decision:price=raise");
        assertThat(answer.path("outcome").path("kind").asString()).isEqualTo("decision");
        assertThat(answer.path("outcome").path("unit").asString()).isEqualTo("%");
        JsonNode found = answer.path("options").get(0);
        assertThat(found.path("verdict").asString()).as(found.toString()).isEqualTo("worse");
        assertThat(found.path("difference").asDouble()).isLessThan(-40);
        assertThat(found.path("interval_high").asDouble()).isBetween(-100.0, -5.0);
        assertThat(found.path("share").path("exact_test").asDouble()).isLessThan(0.01);
        assertThat(found.path("losses").asInt()).isPositive();
        assertThat(found.path("told").asString())
                .contains("share of runs that decided “raise” on “What about the price?” after turn 1 was ");
        JsonNode none = answer.path("options").get(1);
        assertThat(none.path("verdict").asString())
                .as(none.toString())
                .isIn("no_difference_that_matters", "undecided", "identical");
    }

    @Test
    void ruin_can_be_judged_and_a_planted_effect_is_found() {
        JsonNode answer = compared(Map.of("primary", Map.of("ruin", true)), STRIKES, NOTHING);

        JsonNode found = answer.path("options").get(0);
        assertThat(answer.path("outcome").path("direction").asString()).isEqualTo("down");
        assertThat(found.path("verdict").asString()).as(found.toString()).isEqualTo("worse");
        assertThat(found.path("mean").asDouble()).isEqualTo(100);
        assertThat(found.path("mean_of").asInt()).as("who is ruined counts").isEqualTo(10);
        assertThat(found.path("told").asString()).doesNotContain("Ruined");
        JsonNode none = answer.path("options").get(1);
        assertThat(none.path("verdict").asString()).isEqualTo("identical");
        assertThat(none.path("otherwise_at_most").asDouble()).isEqualTo(0.3);
    }

    @Test
    void what_somebody_thinks_in_the_end_can_be_judged() {
        JsonNode answer = compared(
                Map.of("primary", Map.of("stance", Map.of("issue", "price", "seat", "sales"))), OTHERS_DECIDE, NOTHING);

        assertThat(answer.path("outcome").path("primary").asString()).isEqualTo("stance:price@sales");
        assertThat(answer.path("options").get(0).path("unchanged").asDouble()).isBetween(0.2, 2.0);
        assertThat(answer.path("options").get(0).path("share").isNull()).isTrue();
    }

    @Test
    void further_outcomes_are_told_beside_it_and_not_judged() {
        List<Object> further = List.of(
                "cash",
                Map.of("ruin", true),
                Map.of("decision", Map.of("issue", "price", "choice", "keep")),
                Map.of("stance", Map.of("issue", "price")));

        JsonNode answer = caller.post(
                        "/simulate/what-if",
                        request(
                                Map.of("primary", "cash", "secondary", further),
                                List.of(OTHERS_DECIDE),
                                Map.of("repeats", 2)))
                .expect(200)
                .body();

        List<String> ids = List.of("cash", "ruin", "decision:price=keep", "stance:price");
        assertThat(answer.path("outcome").path("secondary").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(ids);
        JsonNode secondary = answer.path("options").get(0).path("secondary");
        assertThat(secondary.valueStream().map(one -> one.path("outcome").asString()))
                .containsExactlyElementsOf(ids);
        assertThat(secondary.valueStream()).noneMatch(one -> one.has("verdict"));
        assertThat(secondary.get(2).path("unit").asString()).isEqualTo("%");
        assertThat(secondary.get(2).path("share").path("share").asDouble())
                .isEqualTo(secondary.get(2).path("mean").asDouble() / 100);
        String experiment = "/experiments/" + answer.path("id").asString();
        List<String> rows = caller.page(experiment + "/data.csv").lines().toList();
        assertThat(ids).allSatisfy(id -> assertThat(rows).anyMatch(row -> row.contains("," + id + ",")));
        assertThat(rows).anyMatch(row -> row.contains(",stance:price@sales,"));
        assertThat(caller.page(experiment + "/brief?format=md"))
                .contains("## Other outcomes")
                .contains("share of runs that decided “keep” on “What about the price?” after turn 1 was ");
    }

    @Test
    void an_outcome_that_is_not_there_is_refused_with_those_that_are() {
        assertRefused("body.outcome.primary", Map.of("primary", "profit"), "cash");
        assertRefused("body.outcome.primary", Map.of("primary", Map.of("luck", true)), "indicator, ruin, decision");
        assertRefused("body.outcome.primary", Map.of("primary", List.of("cash")), "object");
        assertRefused("body.outcome.primary.ruin", Map.of("primary", Map.of("ruin", false)), "true");
        assertRefused("body.outcome.primary.indicator", Map.of("primary", Map.of("indicator", "profit")), "cash");
        assertRefused("body.outcome.primary.decision.issue", decision("cost", "raise"), "price");
        assertRefused("body.outcome.primary.decision.choice", decision("price", "lower"), "raise, keep");
        assertRefused(
                "body.outcome.primary.stance.seat",
                Map.of("primary", Map.of("stance", Map.of("issue", "price", "seat", "ceo"))),
                "sales, support");
        assertRefused("body.outcome.secondary.1", Map.of("secondary", List.of("cash", "profit")), "cash");
        assertRefused("body.outcome.matters", Map.of("primary", Map.of("ruin", true), "matters", 101), "100");
    }

    @Test
    void shares_are_not_stopped_by_their_width() {
        Map<String, Object> ruin = Map.of("primary", Map.of("ruin", true));

        assertRefused("body.stop_rule", ruin, "do not hold", Map.of("stop_rule", Map.of("width", 10), "repeats", 20));
    }

    @Test
    void runs_that_draw_nothing_are_not_paired() {
        assertRefused("body.pairing", Map.of(), "draws nothing after turn 0", Map.of("pairing", true));
    }

    private JsonNode compared(Map<String, Object> outcome, Map<String, Object> option, Map<String, Object> other) {
        return caller.post("/simulate/what-if", request(outcome, List.of(option, other), Map.of()))
                .expect(200)
                .body();
    }

    private void assertRefused(String field, Map<String, Object> outcome, String possible) {
        assertRefused(field, outcome, possible, Map.of());
    }

    private void assertRefused(
            String field, Map<String, Object> outcome, String possible, Map<String, Object> further) {
        JsonNode detail = caller.post("/simulate/what-if", request(outcome, List.of(NOTHING), further))
                .expect(422)
                .body()
                .path("details")
                .get(0);
        assertThat(detail.path("field").asString()).isEqualTo(field);
        assertThat(detail.path("message").asString()).contains(possible);
    }

    private Map<String, Object> request(
            Map<String, Object> outcome, List<Map<String, Object>> options, Map<String, Object> further) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of(
                "session_id",
                trunk,
                "options",
                options,
                "repeats",
                10,
                "num_turns_to_simulate",
                1,
                "outcome",
                outcome));
        request.putAll(further);
        return request;
    }

    private static Map<String, Object> decision(String issue, String choice) {
        return Map.of("primary", Map.of("decision", Map.of("issue", issue, "choice", choice)));
    }

    private static Map<String, Object> parameter(String name, String target, Number value) {
        return Map.of(
                "name",
                name,
                "modifications",
                List.of(Map.of("type", "parameter", "target", target, "change", Map.of("value", value))));
    }
}
