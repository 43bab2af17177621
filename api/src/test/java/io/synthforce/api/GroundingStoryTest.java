package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An agent that makes numbers up, and everybody who would repeat them. */
class GroundingStoryTest {

    private static final String INVENTED = "We lose 47.3 % of 1000 customers, that is 777 k$ [churn_report].";

    private static final String BUSY = "A busy company";

    private static final String DOCUMENT = """
        version: 1
        name: Raise prices
        text: A software company with 1000 customers considers raising its prices by ten per cent.
        clock: {start: 2027-01-04, step: month}
        horizon: 2027-03-31
        seed: 7
        cast: [{role: ceo}, {role: sales}, {role: support}]
        issues: [{id: price, question: "Raise prices?", options: [raise, hold]}]
        attachments:
          - id: churn_report
            title: What churn costs
            type: csv
            text: |
              measure,value
              customers_lost_per_cent,47.3
              yearly_loss,777000
        """;

    private static Overheard model;
    private static ConfigurableApplicationContext program;
    private static Caller caller;

    @BeforeAll
    static void open() throws IOException {
        model = Overheard.start(GroundingStoryTest::spoil);
        program = SpringApplication.run(
                SynthforceApplication.class,
                "--PORT=0",
                "--SYNTHFORCE_DATA_DIR=target/grounding",
                "--TEMPORAL_CLI=none",
                "--RATE_LIMIT_ENABLED=false",
                "--GROQ_BASE_URL=" + model.baseUrl());
        caller = new Caller(program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void close() {
        program.close();
        model.close();
    }

    @Test
    void an_invented_number_is_flagged_in_the_answer_and_in_no_later_prompt() {
        String id = start(Map.of());

        int before = model.prompts().size();
        JsonNode first = caller.next(id).expect(200).body();
        caller.next(id).expect(200);
        caller.next(id).expect(200);

        JsonNode sales = response(first, "sales");
        assertThat(sales.path("response").asString()).contains("47.3 %", "777 k$");
        assertThat(strings(sales.path("ungrounded"))).containsExactly("47.3 %", "777 k$");
        assertThat(strings(response(first, "ceo").path("ungrounded"))).isEmpty();
        List<String> prompts = model.prompts().subList(before, model.prompts().size());
        assertThat(prompts).noneMatch(prompt -> prompt.contains("47.3 %") || prompt.contains("777 k$"));
        assertThat(prompts)
                .filteredOn(prompt -> prompt.contains("[unverified number]"))
                .as("coordinator and minutes, then the memory and the task of sales")
                .hasSizeGreaterThan(3);
        assertThat(caller.get("/memory/" + id + "?explain=2,sales")
                        .expect(200)
                        .body()
                        .at("/explanation/as_sent")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_was_given_by_hand_to_remember_is_passed_on_and_reworded_too() {
        String id = start(Map.of());
        String memory = caller.post(
                        "/memory/" + id,
                        Map.of(
                                "agent_role",
                                "support",
                                "pinned",
                                true,
                                "content",
                                Map.of("summary", "Holt pays 4321 k$ a year.")))
                .expect(201)
                .text("id");
        caller.next(id).expect(200);
        caller.send(
                        HttpMethod.PATCH,
                        "/memory/" + id + "/" + memory,
                        "{\"summary\": \"Holt pays 5432 k$ a year.\"}",
                        headers -> {})
                .expect(200);
        caller.next(id).expect(200);

        assertThat(model.prompts()).anyMatch(prompt -> prompt.contains("Holt pays 4321 k$ a year."));
        assertThat(model.prompts()).anyMatch(prompt -> prompt.contains("Holt pays 5432 k$ a year."));
    }

    @Test
    void what_an_agent_remembered_is_explained_as_it_was_sent_marks_and_all() {
        String id = start(Map.of());
        for (int turn = 1; turn <= 3; turn++) {
            caller.next(id).expect(200);
        }

        List<String> shown = new ArrayList<>();
        for (int turn = 2; turn <= 3; turn++) {
            for (String seat : List.of("ceo", "pm", "sales", "support")) {
                JsonNode explained = explained(id, turn, seat);
                assertThat(explained.path("query").asString())
                        .startsWith("We lose [unverified number]")
                        .doesNotContain("47.3");
                assertThat(explained.path("as_sent").asBoolean()).isTrue();
                List<String> lines = explained.path("recalled").findValuesAsString("line");
                assertThat(lines).isEqualTo(sent().remembered(id, turn, seat));
                shown.addAll(lines);
            }
        }
        assertThat(shown).anyMatch(line -> line.contains("[unverified number]"));
        assertThat(shown).noneMatch(line -> line.contains("47.3"));
    }

    @Test
    void what_is_reworded_by_hand_vouches_for_what_comes_after_and_not_for_what_was() {
        String id = start(Map.of());
        caller.next(id).expect(200);
        caller.next(id).expect(200);
        JsonNode fact = caller.get("/memory/" + id + "?agent_role=sales")
                .body()
                .at("/memories_by_agent/sales")
                .valueStream()
                .filter(memory -> memory.path("key").asString().equals("turn_1_fact_1"))
                .findFirst()
                .orElseThrow();
        JsonNode first = caller.get("/simulations/" + id + "/turns/1").body();
        JsonNode second = explained(id, 2, "sales");
        JsonNode quality = caller.get("/simulations/" + id + "/quality").body();

        String path = "/memory/" + id + "/" + fact.path("id").asString();
        caller.send(
                        HttpMethod.PATCH,
                        path,
                        "{\"summary\": \"Checked: 47.3 %, and 777 k$.\", \"pinned\": true}",
                        headers -> {})
                .expect(200);

        assertThat(caller.get("/simulations/" + id + "/turns/1").body()).isEqualTo(first);
        assertThat(strings(response(first, "sales").path("ungrounded"))).containsExactly("47.3 %", "777 k$");
        assertThat(explained(id, 2, "sales")).isEqualTo(second);
        assertThat(caller.get("/simulations/" + id + "/quality").body()).isEqualTo(quality);
        caller.next(id).expect(200);
        assertThat(sent().remembered(id, 3, "sales"))
                .contains("turn_1_fact_1: Checked: 47.3 %, and 777 k$. (pinned)")
                .anyMatch(line -> line.contains("[unverified number]"));
        assertThat(explained(id, 3, "sales").path("as_sent").asBoolean()).isTrue();
    }

    @Test
    void a_commitment_too_many_is_shown_with_the_reason() {
        String id = start(Map.of("scenario", BUSY + " with 1000 customers considers raising its prices."));
        for (int i = 1; i <= 4; i++) {
            caller.post(
                            "/memory/" + id,
                            Map.of(
                                    "agent_role",
                                    "ceo",
                                    "memory_type",
                                    "long_term",
                                    "content",
                                    Map.of("summary", "I do this and that.")))
                    .expect(201);
        }
        caller.next(id).expect(200);

        JsonNode explained = explained(id, 1, "ceo");
        assertThat(sent().position(id, 1, "ceo")).contains("at most one thing you now undertake");
        assertThat(explained.path("not_kept")).singleElement().satisfies(one -> {
            assertThat(one.path("text").asString()).isEqualTo("I write to all.");
            assertThat(one.path("why").asString()).startsWith("5 commitments are open");
        });
        assertThat(explained(id, 1, "sales").path("not_kept")).isEmpty();
    }

    @Test
    void a_number_of_an_attached_source_may_be_used_and_is_cited() {
        int before = model.prompts().size();
        String id = caller.post("/simulate/start", Map.of("scenario_document", DOCUMENT))
                .expect(201)
                .text("session_id");

        JsonNode first = caller.next(id).expect(200).body();

        JsonNode sales = response(first, "sales");
        assertThat(strings(sales.path("sources"))).containsExactly("churn_report");
        assertThat(strings(sales.path("ungrounded"))).isEmpty();
        assertThat(strings(response(first, "ceo").path("sources"))).isEmpty();
        List<String> prompts = model.prompts().subList(before, model.prompts().size());
        assertThat(prompts)
                .isNotEmpty()
                .allMatch(prompt -> prompt.contains("[churn_report] What churn costs (CSV)"))
                .allMatch(prompt -> prompt.contains("yearly_loss,777000"))
                .noneMatch(prompt -> prompt.contains("[unverified number]"));
        assertThat(prompts)
                .filteredOn(prompt -> prompt.contains("that is 777 k$"))
                .isNotEmpty();
        assertThat(caller.get("/simulations/" + id + "/export")
                        .body()
                        .at("/scenario/attachments/0/id")
                        .asString())
                .isEqualTo("churn_report");
    }

    /** Sales makes numbers up, whoever takes minutes takes them down, and the head of a busy company undertakes too much. */
    private static void spoil(String asked, ObjectNode reply) {
        if (Overheard.isFirstPosition(asked, "sales")) {
            Overheard.plant(INVENTED, reply);
        }
        if (asked.contains("You keep the minutes.")) {
            reply.put("text", INVENTED + " " + reply.path("text").asString());
        }
        if (asked.contains(BUSY) && Overheard.isFirstPosition(asked, "ceo")) {
            reply.putArray("settled");
            ArrayNode commitments = reply.putArray("commitments");
            for (String text : List.of("I call Holt.", "I write to all.")) {
                commitments.addObject().put("text", text).put("until_turn", 0);
            }
        }
    }

    private static JsonNode explained(String id, int turn, String seat) {
        return caller.get("/memory/%s?explain=%d,%s".formatted(id, turn, seat))
                .expect(200)
                .body()
                .path("explanation");
    }

    private static SentPrompts sent() {
        return new SentPrompts(program.getBean(JdbcClient.class));
    }

    private static String start(Map<String, Object> more) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of(
                "scenario",
                "A software company with 1000 customers considers raising its prices by ten per cent.",
                "config",
                Map.of("max_turns", 3, "agents", List.of("ceo", "pm", "sales", "support"), "seed", 7)));
        request.putAll(more);
        return caller.post("/simulate/start", request).expect(201).text("session_id");
    }

    private static JsonNode response(JsonNode turn, String seat) {
        return turn.path("agent_responses")
                .valueStream()
                .filter(response -> response.path("seat").asString().equals(seat))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
