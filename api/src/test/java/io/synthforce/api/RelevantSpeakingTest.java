package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A scenario that lets only those speak whom a turn concerns: an audit in March, a rival in April. */
@WholeProgram
class RelevantSpeakingTest {

    private static final String DOCUMENT = """
            version: 1
            name: Audit
            text: The auditors may come in spring, and a rival is said to cut its prices soon. What do we prepare for?
            clock: {start: 2027-01-04, step: month}
            horizon: 2027-12-31
            seed: audit
            speaking: relevant
            cast:
              - {role: cfo, name: Finance Chief, description: Answers for runway., persona: You answer for the numbers., domains: [finance]}
              - {role: seller, name: Head of Selling, description: Sells., persona: You sell., domains: [market]}
              - {role: lawyer, name: Counsel, description: Advises., persona: You advise., domains: [law]}
            issues: [{id: preparation, question: "Prepare for the audit?", options: [prepare, wait], rule: majority}]
            world:
              indicators: [{id: cash, name: Cash, unit: k$, direction: up, start: 100}]
              events:
                - {id: audit, description: The auditors come, on: 2027-03-15, visibility: internal, domains: [finance]}
                - {id: rival, description: The rival cuts its prices, on: 2027-04-15, domains: [market]}
            """;

    @Autowired
    private Caller caller;

    @Test
    void those_speak_whom_a_turn_concerns_and_the_same_in_every_run() {
        List<JsonNode> turns = played(start());

        assertThat(speakers(turns.get(0))).as("the first turn").containsExactlyInAnyOrder("cfo", "seller", "lawyer");
        List<Set<String>> events = List.of(Set.of(), Set.of(), Set.of("cfo"), Set.of("seller"), Set.of());
        for (int turn = 1; turn < turns.size(); turn++) {
            Set<String> expected = new TreeSet<>(events.get(turn));
            expected.addAll(addressed(turns.get(turn - 1)));
            assertThat(speakers(turns.get(turn))).as("turn %d", turn + 1).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(played(start()).stream().map(RelevantSpeakingTest::speakers))
                .isEqualTo(turns.stream().map(RelevantSpeakingTest::speakers).toList());
    }

    @Test
    void who_is_asked_by_name_or_in_focus_speaks() {
        String id = start();
        caller.next(id).expect(200);

        JsonNode named = caller.post(
                        "/simulate/next", Map.of("session_id", id, "user_input", "What does the Counsel say?"))
                .expect(200)
                .body();
        JsonNode focused = caller.post("/simulate/next", Map.of("session_id", id, "focus_agents", List.of("lawyer")))
                .expect(200)
                .body();

        assertThat(speakers(named)).contains("lawyer");
        assertThat(speakers(focused)).containsExactly("lawyer");
    }

    private String start() {
        return caller.post("/simulate/start", Map.of("scenario_document", DOCUMENT))
                .expect(201)
                .text("session_id");
    }

    private List<JsonNode> played(String id) {
        List<JsonNode> turns = new ArrayList<>();
        for (int turn = 1; turn <= 5; turn++) {
            turns.add(caller.next(id).expect(200).body());
        }
        return turns;
    }

    private static List<String> speakers(JsonNode turn) {
        return turn.path("agent_responses")
                .valueStream()
                .map(response -> response.path("seat").asString())
                .toList();
    }

    private static List<String> addressed(JsonNode turn) {
        return turn.path("agent_responses")
                .valueStream()
                .flatMap(response -> response.path("directed_to").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
