package io.synthforce.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A company that a fire ruins at once, and an option under which there is a fire in about half of the runs. */
@WholeProgram
class RuinedBranchesTest {

    private static final String DOCUMENT = """
            version: 1
            name: Fire
            text: We can save the money for the sprinklers, and nothing else changes. Do we save it this year?
            clock: {start: 2027-01-04, step: month}
            horizon: 2027-12-31
            seed: fire
            cast: [{role: ceo}, {role: sales}]
            issues: [{id: sprinklers, question: "Save it?", options: [save, spend], rule: majority}]
            world:
              indicators: [{id: cash, name: Cash, unit: k$, direction: up, start: 100, ruin: {at: 0}}]
              events:
                - {id: fire, description: The office burns, probability: 0, effects: [{indicator: cash, amount: -500}]}
            """;

    @Autowired
    private Caller caller;

    @Test
    void ruin_is_told_apart_and_levels_are_those_of_the_survivors() {
        String id = caller.post("/simulate/start", Map.of("scenario_document", DOCUMENT))
                .expect(201)
                .text("session_id");
        caller.next(id).expect(200);
        Map<String, Object> fires =
                Map.of("type", "parameter", "target", "events.fire.probability", "change", Map.of("value", 0.3));

        JsonNode answer = caller.post(
                        "/simulate/what-if",
                        Map.of(
                                "session_id",
                                id,
                                "options",
                                List.of(Map.of("name", "save", "modifications", List.of(fires))),
                                "repeats",
                                8,
                                "num_turns_to_simulate",
                                2,
                                "outcome",
                                Map.of("primary", "cash")))
                .expect(200)
                .body();

        JsonNode option = answer.path("options").get(0);
        int ruined = option.path("ruined").asInt();
        assertThat(ruined).as("of %s", option).isBetween(1, 7);
        assertThat(option.path("ruined_unchanged").asInt()).isZero();
        assertThat(option.path("ruin").path("share").asDouble()).isEqualTo(ruined / 8.0);
        assertThat(option.path("mean").asDouble()).as("of the survivors").isEqualTo(100);
        assertThat(option.path("unchanged").asDouble()).isEqualTo(100);
        assertThat(option.path("losses").asInt())
                .as("whoever is ruined did worse")
                .isPositive();
        assertThat(option.path("wins").asInt()).isZero();

        List<String> rows = caller.page("/experiments/" + answer.path("id").asString() + "/data.csv")
                .lines()
                .toList();
        assertThat(rows.stream().filter(row -> row.contains(",ruin,1,")).map(row -> row.replaceAll(".*,", "")))
                .allMatch(branch -> caller.get("/simulations/" + branch + "/ledger")
                        .expect(200)
                        .body()
                        .path("ruined")
                        .asBoolean());
        assertThat(rows.stream()
                        .filter(row -> row.contains(",ruin,1,"))
                        .map(row -> row.replaceAll(".*,", ""))
                        .distinct())
                .hasSize(ruined);
        assertThat(rows).noneMatch(row -> row.startsWith("no change,") && row.contains(",ruin,1,"));
    }
}
