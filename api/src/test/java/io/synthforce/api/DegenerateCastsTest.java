package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Casts as models can spoil them, played through the real endpoints: the panel tells them from a healthy one. */
class DegenerateCastsTest {

    private static final int TURNS = 4;
    private static final String OF_ONE_MIND = "a company of one mind";
    private static final String PARROTS = "a company of parrots";
    private static final String SWAPPED = "a company of swapped badges";
    private static final String SILENT = "a company with a silent seat";

    private static Overheard model;
    private static ConfigurableApplicationContext program;
    private static Caller caller;

    @BeforeAll
    static void open() throws IOException {
        model = Overheard.start(DegenerateCastsTest::spoil);
        program = SpringApplication.run(
                SynthforceApplication.class,
                "--PORT=0",
                "--SYNTHFORCE_DATA_DIR=target/degenerate",
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
    void a_healthy_cast_is_sound() {
        JsonNode panel = panel("a company like others");

        assertThat(panel.path("label").asString()).as("%s", panel).isEqualTo("sound");
    }

    @Test
    void a_cast_of_one_mind_is_poor_and_raises_the_alarm() {
        JsonNode panel = panel(OF_ONE_MIND);

        assertThat(panel.path("label").asString()).as("%s", panel).isEqualTo("poor");
        assertThat(rating(panel, "stance_entropy")).isEqualTo("poor");
        assertThat(rating(panel, "groupthink")).isEqualTo("poor");
    }

    @Test
    void parrots_are_poor() {
        JsonNode panel = panel(PARROTS);

        assertThat(panel.path("label").asString()).as("%s", panel).isEqualTo("poor");
        assertThat(rating(panel, "repetition")).isEqualTo("poor");
        assertThat(rating(panel, "echo")).isEqualTo("poor");
    }

    @Test
    void a_silent_seat_is_named() {
        JsonNode panel = panel(SILENT);

        assertThat(panel.path("label").asString()).as("%s", panel).isNotEqualTo("sound");
        assertThat(measure(panel, "participation").path("detail").asString()).contains("support");
    }

    @Test
    void roles_that_were_swapped_are_poor_and_named() {
        JsonNode panel = panel(SWAPPED);

        assertThat(panel.path("label").asString()).as("%s", panel).isEqualTo("poor");
        assertThat(rating(panel, "role_match")).isEqualTo("poor");
        assertThat(measure(panel, "role_match").path("detail").asString()).contains("sales and support");
    }

    private static void spoil(String asked, ObjectNode reply) {
        if (asked.contains(OF_ONE_MIND)) {
            reply.path("stances").forEach(stance -> ((ObjectNode) stance).put("stance", 2));
            if (reply.path("disagreements") instanceof ArrayNode disagreements) {
                disagreements.removeAll();
            }
        }
        if (asked.contains(PARROTS) && reply.path("stances").isArray()) {
            reply.put(
                    "text", "We have to think of our customers first, as we always did, and then of everything else.");
        }
        if (asked.contains(SILENT) && asked.contains("(seat support,")) {
            reply.put("text", "…");
        }
        if (asked.contains(SWAPPED) && reply.has("text")) {
            speakAs("support", "sales", asked, reply);
            speakAs("sales", "support", asked, reply);
        }
    }

    /** Somebody talks like another is. */
    private static void speakAs(String other, String seat, String asked, ObjectNode reply) {
        if (asked.contains("(seat " + seat + ",")) {
            Role role = Roles.require(other);
            reply.put(
                    "text",
                    role.persona() + " " + role.description() + " "
                            + reply.path("text").asString());
        }
    }

    private static JsonNode panel(String company) {
        String id = caller.post(
                        "/simulate/start",
                        Map.of(
                                "scenario",
                                "In " + company + " somebody proposes to raise prices by ten per cent.",
                                "config",
                                Map.of(
                                        "max_turns",
                                        TURNS,
                                        "seed",
                                        7,
                                        "agents",
                                        List.of("ceo", "engineering_lead", "sales", "support"))))
                .expect(201)
                .text("session_id");
        for (int turn = 1; turn <= TURNS; turn++) {
            caller.next(id).expect(200);
        }
        return caller.get("/simulations/" + id + "/quality").expect(200).body();
    }

    private static String rating(JsonNode panel, String name) {
        return measure(panel, name).path("rating").asString();
    }

    private static JsonNode measure(JsonNode panel, String name) {
        return panel.path("measures")
                .valueStream()
                .filter(measure -> measure.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
