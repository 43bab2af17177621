package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller.Answer;
import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A scenario's own roles can do what those that ship can, wherever a role is named. */
@WholeProgram
class OwnRolesTest {

    private static final String DOCUMENT = """
            version: 1
            name: Refinancing
            text: The bank offers a cheaper loan with a harder covenant. Do we take it before the year ends?
            clock: {start: 2027-01-04, step: month}
            horizon: 2027-06-30
            seed: refinancing
            cast:
              - role: ceo
              - {role: cfo, name: Chief Financial Officer, description: Answers for runway., persona: You answer for the numbers.}
              - role: sales
            issues: [{id: loan, question: "Take the loan?", options: [take, decline], rule: majority}]
            """;

    @Autowired
    private Caller caller;

    @Autowired
    private JdbcClient jdbc;

    private String id;

    @BeforeEach
    void start() {
        id = caller.post("/simulate/start", Map.of("scenario_document", DOCUMENT))
                .expect(201)
                .text("session_id");
    }

    @Test
    void it_is_given_something_to_keep_and_shown_what_it_keeps() {
        Answer added = remember(id, "cfo").expect(201);
        caller.next(id).expect(200);

        JsonNode kept = caller.get("/memory/" + id + "?agent_role=cfo&explain=1,cfo")
                .expect(200)
                .body();
        assertThat(kept.path("memories_by_agent").propertyNames()).containsExactly("cfo");
        assertThat(kept.at("/memories_by_agent/cfo").valueStream())
                .anyMatch(memory -> memory.path("id").asString().equals(added.text("id")));
        assertThat(kept.at("/explanation/recalled/0/line").asString()).contains("The covenant is tested in March.");
        assertThat(prompt(id, 1, "cfo")).contains("The covenant is tested in March.");
        assertThat(prompt(id, 1, "ceo")).doesNotContain("covenant is tested");
    }

    @Test
    void an_event_can_be_private_to_it() {
        inject(id, "cfo").expect(202);

        JsonNode turn = caller.next(id).expect(200).body();

        assertThat(turn.at("/world/events/0/visibility").asString()).isEqualTo("private");
        assertThat(prompt(id, 1, "cfo")).contains("The bank calls.");
        assertThat(prompt(id, 1, "sales")).doesNotContain("The bank calls.");
    }

    @Test
    void it_can_be_in_focus_told_something_and_asked_to_leave_and_to_come_back() {
        assertThat(speakers(focus(id, "cfo").expect(200))).containsExactly("cfo");

        String branch = fork(List.of(
                change("agent", "cfo", Map.of("persona", "You fear the bank.")),
                change("cast_removed", "cfo", Map.of()),
                change("cast_added", "cfo", Map.of("name", "Her successor"))));

        assertThat(speakers(caller.next(branch).expect(200))).containsExactlyInAnyOrder("ceo", "cfo-2", "sales");
    }

    @Test
    void who_has_left_is_a_guest_and_no_one_to_be_told_anything() {
        remember(id, "cfo").expect(201);
        caller.next(id).expect(200);
        String branch = fork(List.of(change("cast_removed", "cfo", Map.of())));

        assertThat(fault(remember(branch, "cfo"))).isEqualTo("body.agent_role: Input should be 'ceo', 'sales'");
        assertThat(fault(inject(branch, "cfo"))).startsWith("body.role: ").contains("'ceo', 'sales'");
        caller.get("/memory/" + branch + "?agent_role=cfo").expect(200);
        assertThat(speakers(caller.next(branch).expect(200))).containsExactly("ceo", "sales");
        Answer guest = focus(branch, "cfo").expect(200);
        assertThat(speakers(guest)).containsExactly("cfo");
        assertThat(request(branch, 3, "cfo").at("/messages/0/content").asString())
                .contains("You answer for the numbers.");
    }

    @Test
    void a_role_that_is_neither_is_refused_with_those_there_are() {
        String roles = "'ceo', 'pm', 'engineering_lead', 'designer', 'sales', 'support', 'simulation_analyst'";

        assertThat(fault(caller.get("/memory/" + id + "?agent_role=cook")))
                .isEqualTo("query.agent_role: Input should be 'cfo', " + roles);
        assertThat(fault(focus(id, "cook"))).isEqualTo("body.focus_agents.0: Input should be 'cfo', " + roles);
        assertThat(fault(remember(id, "cook"))).isEqualTo("body.agent_role: Input should be 'ceo', 'sales', 'cfo'");
        assertThat(fault(remember(id, "designer"))).startsWith("body.agent_role: Input should be 'ceo'");
    }

    private Answer remember(String simulation, String role) {
        return caller.post(
                "/memory/" + simulation,
                Map.of(
                        "agent_role",
                        role,
                        "pinned",
                        true,
                        "content",
                        Map.of("summary", "The covenant is tested in March.")));
    }

    private Answer inject(String simulation, String role) {
        return caller.post(
                "/simulate/" + simulation + "/inject",
                Map.of("text", "The bank calls.", "visibility", "private", "role", role));
    }

    private Answer focus(String simulation, String role) {
        return caller.post("/simulate/next", Map.of("session_id", simulation, "focus_agents", List.of(role)));
    }

    private String fork(List<Map<String, Object>> changes) {
        return caller.post("/simulations/" + id + "/branches", Map.of("changes", changes))
                .expect(201)
                .text("session_id");
    }

    private static Map<String, Object> change(String type, String target, Map<String, Object> change) {
        return Map.of("type", type, "target", target, "change", change);
    }

    private static List<String> speakers(Answer turn) {
        return turn.body()
                .path("agent_responses")
                .valueStream()
                .map(response -> response.path("seat").asString())
                .toList();
    }

    private static String fault(Answer answer) {
        JsonNode fault = answer.expect(422).body().path("details").path(0);
        return fault.path("field").asString() + ": " + fault.path("message").asString();
    }

    private String prompt(String simulation, int turn, String seat) {
        return request(simulation, turn, seat).at("/messages/1/content").asString();
    }

    private JsonNode request(String simulation, int turn, String seat) {
        String request = jdbc.sql("""
                        select a.request from calls c join attempts a on a.id = c.attempt
                        where c.simulation = :id and c.turn = :turn and c.seat = :seat and c.phase = 'position'""")
                .param("id", UUID.fromString(simulation))
                .param("turn", turn)
                .param("seat", seat)
                .query(String.class)
                .single();
        return Json.mapper().readTree(request);
    }
}
