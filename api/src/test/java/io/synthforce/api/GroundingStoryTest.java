package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** An agent that makes numbers up, and everybody who would repeat them. */
class GroundingStoryTest {

    private static final String INVENTED = "We lose 47.3 % of 1000 customers, that is 777 k$.";

    private static Overheard model;
    private static ConfigurableApplicationContext program;
    private static Caller caller;

    @BeforeAll
    static void open() throws IOException {
        model = Overheard.start("sales", INVENTED);
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

        JsonNode first = caller.next(id).expect(200).body();
        caller.next(id).expect(200);
        caller.next(id).expect(200);

        JsonNode sales = response(first, "sales");
        assertThat(sales.path("response").asString()).contains("47.3 %", "777 k$");
        assertThat(strings(sales.path("ungrounded"))).containsExactly("47.3 %", "777 k$");
        assertThat(strings(response(first, "ceo").path("ungrounded"))).isEmpty();
        assertThat(model.prompts()).noneMatch(prompt -> prompt.contains("47.3 %") || prompt.contains("777 k$"));
        assertThat(model.prompts())
                .filteredOn(prompt -> prompt.contains("[unverified number]"))
                .as("coordinator and minutes, then the memory and the task of sales")
                .hasSizeGreaterThan(3);
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
