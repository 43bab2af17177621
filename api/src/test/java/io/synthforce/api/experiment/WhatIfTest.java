package io.synthforce.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.Follower;
import io.synthforce.api.Follower.Event;
import io.synthforce.api.WholeProgram;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.journal.Journal;
import io.synthforce.workflows.json.ContentHash;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@WholeProgram
class WhatIfTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Journal journal;

    @Autowired
    private ModelCalls calls;

    @Autowired
    private Caller caller;

    @Test
    void the_plain_form_is_a_sketch_with_every_member_its_clients_read() {
        String trunk = played(1);
        String before = fingerprint(trunk);

        JsonNode answer = ask(trunk, Map.of("modifications", List.of(market()), "num_turns_to_simulate", 2));

        assertThat(answer.path("session_id").asString()).isEqualTo(trunk);
        assertThat(answer.path("base_turn").asInt()).isEqualTo(1);
        assertThat(answer.path("status").asString()).isEqualTo("completed");
        assertThat(answer.path("modifications").get(0).path("target").asString())
                .isEqualTo("market");
        assertThat(answer.path("predicted_outcomes")
                        .valueStream()
                        .map(outcome -> outcome.path("turn").asInt()))
                .containsExactly(1, 2);
        assertThat(answer.path("predicted_outcomes").valueStream()).allSatisfy(outcome -> {
            assertThat(outcome.path("summary").asString()).contains("1 run each: a sketch.");
            assertThat(outcome.path("probability").asDouble()).isIn(0.25, 0.5, 0.75);
            for (String list : List.of("key_changes", "risk_factors", "opportunities")) {
                assertThat(outcome.path(list).isArray()).isTrue();
            }
        });
        assertThat(answer.path("agent_analyses")
                        .valueStream()
                        .map(analysis -> analysis.path("agent_role").asString()))
                .containsExactly("ceo", "pm", "sales", "simulation_analyst");
        assertThat(answer.path("agent_analyses").valueStream()).allSatisfy(analysis -> {
            assertThat(analysis.path("impact_assessment").asString()).isIn("high", "medium", "low");
            assertThat(analysis.path("confidence").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(answer.path("overall_confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.path("recommendation").asString())
                .startsWith("SCRIPTED: no model was asked. 1 run each: a sketch.");
        assertThat(fingerprint(trunk)).as("the trunk is as it was").isEqualTo(before);
        assertThat(caller.get("/simulate/" + trunk).body().path("current_turn").asInt())
                .isEqualTo(1);
    }

    @Test
    void plain_modifications_are_the_first_of_the_options_and_one_run_of_each_is_a_sketch() {
        String trunk = played(1);
        Map<String, Object> grant = Map.of("type", "indicator", "target", "cash", "change", Map.of("by", 5000));

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "name",
                        "recession",
                        "modifications",
                        List.of(market()),
                        "options",
                        List.of(Map.of("name", "grant", "modifications", List.of(grant))),
                        "num_turns_to_simulate",
                        1));

        assertThat(answer.path("options")
                        .valueStream()
                        .map(option -> option.path("name").asString()))
                .containsExactly("recession", "grant");
        assertThat(answer.path("modifications").get(0).path("target").asString())
                .isEqualTo("market");
        assertThat(answer.path("recommendation").asString())
                .contains("1 run each: a sketch.")
                .contains("From turn 1 of this simulation: its runs share what was drawn up to turn 1");
        JsonNode option = answer.path("options").get(1);
        assertThat(option.path("verdict").asString()).isEqualTo("too_few_runs");
        assertThat(option.path("values")).as("few enough to be looked at").hasSize(1);
        assertThat(option.path("unchanged_values"))
                .as("two options share two runs without change")
                .hasSize(2);
    }

    @Test
    void it_works_while_paused_and_before_the_first_turn() {
        String trunk = caller.start(3);
        caller.post("/simulate/" + trunk + "/pause").expect(200);

        JsonNode answer =
                ask(trunk, Map.of("base_turn", 0, "modifications", List.of(market()), "num_turns_to_simulate", 1));

        assertThat(answer.path("base_turn").asInt()).isZero();
        assertThat(answer.path("predicted_outcomes")).hasSize(1);
        assertThat(caller.get("/simulate/" + trunk).text("status")).isEqualTo("paused");
    }

    @Test
    void recorded_inputs_are_given_to_the_branches_of_all_options() {
        String trunk = played(1);
        caller.post("/simulate/next", Map.of("session_id", trunk, "user_input", "What about churn?"))
                .expect(200);

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "base_turn",
                        1,
                        "modifications",
                        List.of(market()),
                        "num_turns_to_simulate",
                        2,
                        "inputs",
                        "recorded"));

        assertThat(answer.path("inputs").asString()).isEqualTo("recorded");
        String id = answer.path("id").asString();
        JsonNode experiment = caller.get("/experiments/" + id).body();
        assertThat(experiment.path("inputs").asString()).isEqualTo("recorded");
        assertThat(experiment.path("runs")).hasSize(2).allSatisfy(run -> {
            JsonNode turns = caller.get("/simulations/" + run.path("session_id").asString() + "/export")
                    .body()
                    .path("turns");
            assertThat(turns.path(1).path("inputs").path("user_input").asString())
                    .isEqualTo("What about churn?");
            assertThat(turns.path(2).path("inputs").path("user_input").isString())
                    .as("whether anything was asked in a turn that the simulation has not played")
                    .isFalse();
        });
        assertThat(caller.get("/experiments/" + id + "/brief")
                        .body()
                        .path("assumptions")
                        .path("inputs")
                        .asString())
                .isEqualTo("recorded");
    }

    @Test
    void a_turn_that_an_ancestor_played_is_forked_estimated_and_told_by_that_ones_scenario() {
        String trunk = played(1);
        String branch = caller.post(
                        "/simulations/" + trunk + "/branches",
                        Map.of(
                                "base_turn",
                                1,
                                "changes",
                                List.of(Map.of("type", "cast_removed", "target", "sales", "change", Map.of()))))
                .expect(201)
                .text("session_id");
        caller.next(branch).expect(200);
        Map<String, Object> atHome =
                Map.of("type", "agent", "target", "sales", "change", Map.of("goals", List.of("Win back Holt & Sons")));
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "session_id", branch, "modifications", List.of(atHome), "num_turns_to_simulate", 1, "base_turn", 1));

        caller.post("/simulate/what-if", body).expect(422);
        String unchanged = caller.post("/simulations/" + trunk + "/branches", Map.of("base_turn", 1))
                .text("session_id");
        caller.next(unchanged).expect(200);
        String later = caller.post(
                        "/simulations/" + unchanged + "/branches",
                        Map.of(
                                "base_turn",
                                2,
                                "changes",
                                List.of(Map.of("type", "cast_removed", "target", "sales", "change", Map.of()))))
                .text("session_id");
        body.put("session_id", later);

        caller.post("/simulate/estimate", Map.of("what_if", body)).expect(200);
        JsonNode answer = caller.post("/simulate/what-if", body).expect(200).body();

        assertThat(answer.path("agent_analyses")
                        .valueStream()
                        .map(analysis -> analysis.path("agent_role").asString()))
                .contains("sales");
    }

    @Test
    void the_tree_names_the_experiment_of_its_branches_and_can_be_had_without_them() {
        String trunk = played(1);
        String id = ask(trunk, Map.of("modifications", List.of(market()), "num_turns_to_simulate", 1))
                .path("id")
                .asString();

        JsonNode tree = caller.get("/simulations/" + trunk + "/lineage").body().path("simulations");

        assertThat(tree).hasSize(3);
        assertThat(tree.path(0).path("experiment").isString()).isFalse();
        assertThat(tree.valueStream().skip(1)).allSatisfy(node -> {
            assertThat(node.path("experiment").asString()).isEqualTo(id);
            assertThat(node.path("block").asInt()).isEqualTo(1);
        });
        assertThat(tree.valueStream().skip(1).map(node -> node.path("option").asString("none")))
                .containsExactlyInAnyOrder("the change", "none");
        String branch = tree.path(1).path("session_id").asString();
        assertThat(nodes(trunk)).containsExactly(trunk);
        assertThat(nodes(branch)).containsExactly(trunk, branch);
        String twig =
                caller.post("/simulations/" + branch + "/branches", Map.of()).text("session_id");
        assertThat(nodes(trunk)).containsExactly(trunk, branch, twig);
    }

    private List<String> nodes(String simulation) {
        return caller.get("/simulations/" + simulation + "/lineage?experiments=false")
                .expect(200)
                .body()
                .path("simulations")
                .valueStream()
                .map(node -> node.path("session_id").asString())
                .toList();
    }

    @Test
    void a_completed_simulation_can_be_asked_too_and_turns_beyond_its_end_are_played() {
        String trunk = played(2);
        assertThat(caller.get("/simulate/" + trunk).text("status")).isEqualTo("completed");

        JsonNode answer = ask(trunk, Map.of("modifications", List.of(market()), "num_turns_to_simulate", 1));

        assertThat(answer.path("predicted_outcomes")
                        .get(0)
                        .path("simulated_turn")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_planted_effect_is_found_and_without_one_there_is_a_tie() {
        String trunk = caller.start(5);
        caller.next(trunk).expect(200);
        Map<String, Object> cash =
                Map.of("type", "indicator", "target", "cash", "change", Map.of("by", 5000), "description", "A grant");
        Map<String, Object> nothing =
                Map.of("type", "parameter", "target", "settings.rounds", "change", Map.of("value", 1));

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "options",
                        List.of(
                                Map.of("name", "grant", "modifications", List.of(cash)),
                                Map.of("name", "same", "modifications", List.of(nothing))),
                        "repeats",
                        2,
                        "num_turns_to_simulate",
                        1,
                        "outcome",
                        Map.of("primary", "cash", "matters", 100)));

        JsonNode grant = answer.path("options").get(0);
        JsonNode same = answer.path("options").get(1);
        assertThat(grant.path("wins").asInt()).isEqualTo(2);
        assertThat(grant.path("difference").asDouble()).isGreaterThan(4000);
        assertThat(grant.path("probability").asDouble()).isEqualTo(2.5 / 3);
        assertThat(grant.path("controls").asInt())
                .as("two options share two runs a block")
                .isEqualTo(4);
        assertThat(same.path("ties").asInt())
                .as("a paired twin equals its control")
                .isEqualTo(2);
        assertThat(answer.path("recommendation").asString()).startsWith("SCRIPTED: no model was asked. Too few runs");
        JsonNode experiment = caller.get("/experiments/" + answer.path("id").asString())
                .expect(200)
                .body();
        assertThat(experiment.path("progress").path("ended").asInt()).isEqualTo(8);
        assertThat(experiment.path("runs").get(0).path("block").asInt()).isEqualTo(1);
        assertThat(experiment.path("result")).isEqualTo(answer);
        String branch = experiment.path("runs").get(0).path("session_id").asString();
        assertThat(caller.next(branch).expect(200).body().path("turn_number").asInt())
                .as("a branch can be played on like any simulation")
                .isEqualTo(3);
    }

    @Test
    void six_repeats_find_a_planted_effect_and_none_where_there_is_none() {
        String trunk = played(1);
        Map<String, Object> grant = Map.of("type", "indicator", "target", "cash", "change", Map.of("by", 5000));
        Map<String, Object> nothing =
                Map.of("type", "parameter", "target", "settings.rounds", "change", Map.of("value", 1));

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "options",
                        List.of(
                                Map.of("name", "grant", "modifications", List.of(grant)),
                                Map.of("name", "same", "modifications", List.of(nothing))),
                        "repeats",
                        6,
                        "num_turns_to_simulate",
                        1,
                        "outcome",
                        Map.of("primary", "cash", "matters", 1000)));

        JsonNode found = answer.path("options").get(0);
        assertThat(found.path("verdict").asString()).as(found.toString()).isEqualTo("better");
        assertThat(found.path("interval_low").asDouble()).isBetween(1000.0, 5000.0);
        assertThat(found.path("first_divergence").path("turn").asInt()).isEqualTo(2);
        assertThat(found.path("ruin").path("share").asDouble()).isZero();
        assertThat(found.path("ruin").path("high").asDouble()).isBetween(0.3, 0.5);
        assertThat(answer.path("options").get(1).path("verdict").asString())
                .as(answer.path("options").get(1).toString())
                .isIn("no_difference_that_matters", "undecided");
    }

    @Test
    void what_was_expected_is_locked_with_the_plan_and_stands_beside_the_results() {
        String trunk = played(1);
        Map<String, Object> request = Map.of("modifications", List.of(market()), "num_turns_to_simulate", 1);
        Map<String, Object> expecting = new LinkedHashMap<>(request);
        expecting.put("expectation", List.of(Map.of("direction", "down", "text", "Nobody buys in a bad mood.")));

        JsonNode answer = ask(trunk, expecting);
        JsonNode plain = ask(trunk, request);

        JsonNode expected = answer.path("expectation").get(0);
        assertThat(expected.path("option").asString()).isEqualTo("the change");
        assertThat(expected.path("direction").asString()).isEqualTo("down");
        assertThat(expected.path("text").asString()).isEqualTo("Nobody buys in a bad mood.");
        assertThat(expected.path("told").asString())
                .startsWith(
                        "the change: you expected Cash lower than without the change; in 1 run the difference was ");
        assertThat(brief(answer).path("expectation")).isEqualTo(answer.path("expectation"));
        assertThat(plain.path("expectation")).isEmpty();
        assertThat(planHash(answer)).isNotEqualTo(planHash(plain));
    }

    @Test
    void what_can_not_be_expected_is_named() {
        String trunk = played(1);

        refused(trunk, Map.of("option", "another", "direction", "up"), "body.expectation.0.option");
        refused(trunk, Map.of("text", "Something."), "body.expectation.0");
        refused(trunk, Map.of("low", 1), "body.expectation.0");
        refused(trunk, Map.of("value", 3, "direction", "up"), "body.expectation.0");
        refused(trunk, Map.of("low", 3, "high", 1), "body.expectation.0.high");
        refused(trunk, Map.of("direction", "sideways"), "body.expectation.0.direction");
    }

    private void refused(String trunk, Map<String, Object> expected, String field) {
        Map<String, Object> request =
                Map.of("session_id", trunk, "modifications", List.of(market()), "expectation", List.of(expected));
        assertThat(caller.post("/simulate/what-if", request)
                        .expect(422)
                        .body()
                        .path("details")
                        .findValuesAsString("field"))
                .containsExactly(field);
    }

    private String planHash(JsonNode whatIf) {
        return caller.get("/experiments/" + whatIf.path("id").asString()).text("plan_hash");
    }

    private JsonNode brief(JsonNode whatIf) {
        return caller.get("/experiments/" + whatIf.path("id").asString() + "/brief")
                .expect(200)
                .body();
    }

    @Test
    void assumptions_are_tried_at_both_ends_and_drawn_as_a_tornado() {
        String trunk = played(1);

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "sensitivity",
                        List.of(
                                Map.of("parameter", "settings.rounds", "low", 0, "high", 1),
                                Map.of("parameter", "rules.churn.rate", "low", -0.5, "high", 0)),
                        "num_turns_to_simulate",
                        1,
                        "outcome",
                        Map.of("primary", "customers")));

        assertThat(answer.path("options")).hasSize(4);
        JsonNode tornado = caller.get("/experiments/" + answer.path("id").asString())
                .expect(200)
                .body()
                .path("tornado");
        assertThat(tornado).hasSize(2);
        assertThat(tornado.get(0).path("parameter").asString()).isEqualTo("rules.churn.rate");
        assertThat(tornado.get(0).path("width").asDouble()).isGreaterThan(400);
        assertThat(tornado.get(0).path("low").path("value").asDouble()).isEqualTo(-0.5);
        assertThat(tornado.get(0).path("low").path("difference").asDouble()).isNegative();
    }

    @Test
    void a_rule_ends_it_after_whole_blocks_when_it_is_exact_enough() {
        String trunk = played(1);

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "modifications",
                        List.of(market()),
                        "repeats",
                        16,
                        "num_turns_to_simulate",
                        1,
                        "pairing",
                        true,
                        "stop_rule",
                        Map.of("width", 1_000_000)));

        JsonNode option = answer.path("options").get(0);
        assertThat(option.path("runs").asInt())
                .isBetween(10, 13)
                .isEqualTo(option.path("controls").asInt());
        JsonNode experiment = caller.get("/experiments/" + answer.path("id").asString())
                .expect(200)
                .body();
        assertThat(experiment.path("state").asString()).isEqualTo("done");
        assertThat(experiment.path("pairing").asBoolean()).isTrue();
        assertThat(experiment.path("stop_rule").path("at_least").asInt()).isEqualTo(10);
        assertThat(experiment.path("progress").path("skipped").asInt())
                .isEqualTo(32 - 2 * option.path("runs").asInt());
    }

    @Test
    void repeated_under_its_key_it_is_answered_as_before_and_another_body_is_refused() {
        String trunk = played(1);
        Map<String, Object> request =
                Map.of("session_id", trunk, "modifications", List.of(market()), "num_turns_to_simulate", 1);

        Answer first = caller.post("/simulate/what-if", request, Caller.keyed("what-if"))
                .expect(200);
        Answer again = caller.post("/simulate/what-if", request, Caller.keyed("what-if"))
                .expect(200);
        Map<String, Object> other = new LinkedHashMap<>(request);
        other.put("num_turns_to_simulate", 2);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(caller.post("/simulate/what-if", other, Caller.keyed("what-if"))
                        .expect(409)
                        .text("error"))
                .isEqualTo("idempotency_conflict");
    }

    @Test
    void who_prefers_not_to_wait_follows_the_experiment() {
        String trunk = played(1);

        Answer accepted = caller.post(
                        "/simulate/what-if",
                        Map.of("session_id", trunk, "modifications", List.of(market()), "num_turns_to_simulate", 1),
                        headers -> headers.set("Prefer", "respond-async"))
                .expect(202);

        assertThat(accepted.text("status")).isEqualTo("in_progress");
        assertThat(accepted.body().path("predicted_outcomes")).isEmpty();
        String where = accepted.headers().getFirst("Location");
        assertThat(where).isEqualTo("/experiments/" + accepted.text("id"));
        assertThat(caller.get(where + "/data.csv").expect(409).text("error"))
                .as("no numbers before the end")
                .isEqualTo("experiment_in_progress");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(where).expect(200).text("state").equals("done"));
        String csv = caller.page(where + "/data.csv");
        assertThat(csv).startsWith("option,trunk,repeat,turn,outcome,value,seed,model,failed,judged_by");
        assertThat(csv.lines().filter(line -> line.contains(",cash,")))
                .as("one turn of a run with the change and of one without")
                .hasSize(2)
                .anyMatch(line -> line.startsWith("no change,1,1,2,cash,"));
        assertThat(csv.lines())
                .anyMatch(line -> line.contains(",decision:"))
                .anyMatch(line -> line.contains(",stance:") && line.contains("@ceo,"));
        assertThat(csv.lines().skip(1)).allMatch(line -> line.contains(",SCRIPTED,"));
    }

    @Test
    void who_follows_it_is_told_how_far_it_is_and_nothing_of_outcomes() {
        String trunk = played(1);
        Answer accepted = caller.post(
                        "/simulate/what-if",
                        Map.of(
                                "session_id",
                                trunk,
                                "modifications",
                                List.of(market()),
                                "repeats",
                                3,
                                "num_turns_to_simulate",
                                1),
                        headers -> headers.set("Prefer", "respond-async"))
                .expect(202);
        URI stream = URI.create("http://localhost:%d/experiments/%s/events".formatted(port, accepted.text("id")));

        try (Follower follower = new Follower(() -> stream)) {
            follower.awaitEnd();
            List<Event> states = follower.named("state");
            assertThat(states.getFirst().data().path("runs")).hasSize(6);
            assertThat(states.stream()
                            .skip(1)
                            .flatMap(event -> event.data().path("runs").valueStream())
                            .filter(run -> run.path("state").asString().equals("ended"))
                            .map(run -> run.path("session_id").asString())
                            .distinct())
                    .as("each that has ended since")
                    .hasSize(6
                            - states.getFirst()
                                    .data()
                                    .path("progress")
                                    .path("ended")
                                    .asInt());
            assertThat(states.getLast()
                            .data()
                            .path("progress")
                            .path("whole_blocks")
                            .asInt())
                    .isEqualTo(3);
            assertThat(states.getLast().data().path("state").asString()).isEqualTo("done");
            assertThat(states.toString()).doesNotContain("cash", "mean", "difference");
            assertThat(follower.named("end").getFirst().data().path("reason").asString())
                    .isEqualTo("done");
            String end = String.valueOf(follower.named("end").getFirst().id());
            caller.send(HttpMethod.GET, stream.getPath(), null, headers -> headers.set("Last-Event-ID", end))
                    .expect(204);
        }
    }

    @Test
    void an_unannounced_extension_plays_more_blocks_and_is_shown_as_exploratory() {
        String trunk = played(1);
        String id = ask(trunk, Map.of("modifications", List.of(market()), "repeats", 2, "num_turns_to_simulate", 1))
                .path("id")
                .asString();
        String where = "/experiments/" + id;
        JsonNode before = caller.get(where).body();

        Answer extended = caller.post(where + "/extend", Map.of("repeats", 2), Caller.keyed("more"))
                .expect(202);

        assertThat(extended.headers().getFirst("Location")).isEqualTo(where);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(where).text("state").equals("done"));
        JsonNode after = caller.get(where).body();
        assertThat(after.path("progress").path("whole_blocks").asInt()).isEqualTo(4);
        assertThat(after.path("exploratory").asBoolean()).isTrue();
        assertThat(after.path("result").path("recommendation").asString())
                .startsWith("EXPLORATORY: repeats were added");
        assertThat(after.path("result").path("repeats").asInt()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(after.path("runs").get(i)).isEqualTo(before.path("runs").get(i));
        }
        assertThat(caller.get(where + "/brief")
                        .body()
                        .path("validity")
                        .path("limit")
                        .asString())
                .startsWith("EXPLORATORY");
        assertThat(caller.post(where + "/extend", Map.of("repeats", 2), Caller.keyed("more"))
                        .expect(202)
                        .body()
                        .path("progress")
                        .path("total")
                        .asInt())
                .as("asked again under its key")
                .isEqualTo(8);
        caller.post(where + "/extend", Map.of("repeats", 3), Caller.keyed("more"))
                .expect(409);
        caller.post(where + "/extend", Map.of("repeats", 0)).expect(422);
    }

    @Test
    void an_announced_extension_is_paid_for_and_not_exploratory() {
        String trunk = played(1);
        String where = "/experiments/"
                + ask(
                                trunk,
                                Map.of(
                                        "modifications",
                                        List.of(market()),
                                        "num_turns_to_simulate",
                                        1,
                                        "extension",
                                        Map.of("repeats", 1)))
                        .path("id")
                        .asString();
        assertThat(caller.get(where).body().path("extension").asInt()).isEqualTo(1);

        caller.post(where + "/extend", Map.of("repeats", 1)).expect(202);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(where).text("state").equals("done"));
        assertThat(caller.get(where).body().path("exploratory").asBoolean()).isFalse();
    }

    @Test
    void when_its_budget_covers_no_further_block_whole_ones_are_compared() {
        String trunk = played(1);
        long turn = caller.send(
                        HttpMethod.PUT,
                        "/simulations/" + trunk + "/budget",
                        "{\"max_tokens\": 1000000000}",
                        headers -> {})
                .expect(200)
                .body()
                .path("next_turn")
                .path("tokens")
                .asLong();

        JsonNode answer = ask(
                trunk,
                Map.of(
                        "modifications",
                        List.of(market()),
                        "repeats",
                        50,
                        "num_turns_to_simulate",
                        1,
                        "budget",
                        Map.of("max_tokens", turn + turn / 5)));

        int runs = answer.path("options").get(0).path("runs").asInt();
        assertThat(runs).isBetween(1, 49);
        assertThat(answer.path("recommendation").asString())
                .startsWith("Stopped by its budget after %d whole block".formatted(runs));
        JsonNode experiment =
                caller.get("/experiments/" + answer.path("id").asString()).body();
        assertThat(experiment.path("stopped_by").asString()).isEqualTo("budget");
        assertThat(experiment.path("progress").path("whole_blocks").asInt()).isEqualTo(runs);
        assertThat(experiment.path("budget").path("spent").path("tokens").asLong())
                .isBetween(1L, turn + turn / 5);
        assertThat(caller.send(
                                HttpMethod.PUT,
                                "/experiments/" + answer.path("id").asString() + "/budget",
                                "{\"max_tokens\": 1000000000}",
                                headers -> {})
                        .expect(409)
                        .text("error"))
                .isEqualTo("experiment_over");
    }

    @Test
    void a_cancelled_experiment_keeps_whole_blocks() {
        String trunk = played(1);
        Answer accepted = caller.post(
                        "/simulate/what-if",
                        Map.of("session_id", trunk, "modifications", List.of(market()), "repeats", 50),
                        headers -> headers.set("Prefer", "respond-async"))
                .expect(202);
        String where = "/experiments/" + accepted.text("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        caller.get(where).body().path("progress").path("ended").asInt() >= 4);

        caller.post(where + "/cancel").expect(200);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(where).text("state").equals("cancelled"));
        JsonNode over = caller.get(where).body();
        JsonNode option = over.path("result").path("options").get(0);
        assertThat(option.path("runs").asInt())
                .isBetween(1, 49)
                .isEqualTo(option.path("controls").asInt());
        assertThat(over.path("progress").path("skipped").asInt()).isPositive();
        assertThat(over.path("progress").path("playing").asInt()).isZero();
        assertThat(over.path("progress").path("failed").asInt()).isZero();
        assertThat(caller.post(where + "/cancel").expect(409).text("error")).isEqualTo("experiment_over");
    }

    @Test
    void deleting_the_simulation_takes_its_experiments_along() {
        String trunk = played(1);
        JsonNode answer = ask(trunk, Map.of("modifications", List.of(market()), "num_turns_to_simulate", 1));
        String id = answer.path("id").asString();
        String branch = caller.get("/experiments/" + id)
                .body()
                .path("runs")
                .get(0)
                .path("session_id")
                .asString();

        caller.delete("/simulate/" + trunk).expect(204);

        caller.get("/experiments/" + id).expect(404);
        caller.get("/simulate/" + branch).expect(404);
    }

    @Test
    void what_cannot_be_tried_is_refused_with_what_can() {
        String trunk = played(1);

        assertRefused(trunk, Map.of("modifications", List.of()), "body.modifications");
        assertRefused(trunk, Map.of(), "body.modifications");
        assertRefused(trunk, Map.of("modifications", tooMany()), "body.modifications");
        assertRefused(trunk, with("base_turn", 2), "body.base_turn");
        assertRefused(trunk, with("base_turn", 999), "body.base_turn");
        assertRefused(trunk, with("num_turns_to_simulate", 0), "body.num_turns_to_simulate");
        assertRefused(trunk, with("num_turns_to_simulate", 11), "body.num_turns_to_simulate");
        assertRefused(trunk, with("repeats", 51), "body.repeats");
        assertRefused(trunk, with("stop_rule", Map.of("width", 5)), "body.repeats");
        assertRefused(trunk, with("stop_rule", Map.of("width", 0)), "body.stop_rule.width");
        assertRefused(trunk, with("extension", Map.of("repeats", 0)), "body.extension.repeats");
        assertRefused(trunk, with("budget", Map.of()), "body.budget");
        assertRefused(trunk, with("stop_rule", Map.of("width", 5, "at_least", 9)), "body.stop_rule.at_least");
        assertRefused(trunk, assuming("rules.weather.rate", 0, 1), "body.sensitivity.0.parameter");
        assertRefused(trunk, assuming("rules.churn.rate", 1, 1), "body.sensitivity.0.high");
        assertRefused(trunk, assuming("settings.rounds", 0, 9), "body.sensitivity.0.high");
        assertRefused(trunk, with("outcome", Map.of("primary", "profit")), "body.outcome.primary");
        assertRefused(
                trunk,
                Map.of(
                        "modifications",
                        List.of(market()),
                        "pairing",
                        true,
                        "outcome",
                        Map.of("primary", Map.of("ruin", true))),
                "body.pairing");
        assertRefused(
                trunk,
                Map.of("modifications", List.of(Map.of("type", "agent", "target", "cfo", "change", Map.of()))),
                "body.modifications.0.target");
        assertRefused(
                trunk,
                with(
                        "options",
                        List.of(Map.of(
                                "name",
                                "b",
                                "modifications",
                                List.of(market(), Map.of("type", "weather", "target", "x", "change", Map.of()))))),
                "body.options.0.modifications.1.type");
        assertThat(caller.post(
                                "/simulate/what-if",
                                Map.of("session_id", UUID.randomUUID(), "modifications", List.of(market())))
                        .expect(404)
                        .text("error"))
                .isEqualTo("simulation_not_found");
    }

    private void assertRefused(String trunk, Map<String, Object> request, String field) {
        Map<String, Object> whole = new LinkedHashMap<>(request);
        whole.put("session_id", trunk);
        Answer answer = caller.post("/simulate/what-if", whole).expect(422);
        assertThat(answer.body().path("details").get(0).path("field").asString())
                .isEqualTo(field);
    }

    private static Map<String, Object> with(String member, Object value) {
        return Map.of("modifications", List.of(market()), member, value);
    }

    private static Map<String, Object> assuming(String parameter, int low, int high) {
        return Map.of("sensitivity", List.of(Map.of("parameter", parameter, "low", low, "high", high)));
    }

    private static List<Map<String, Object>> tooMany() {
        return IntStream.range(0, 11).mapToObj(_ -> market()).toList();
    }

    private static Map<String, Object> market() {
        return Map.of(
                "type", "context", "target", "market", "change", Map.of("condition", "recession"), "description", "");
    }

    private JsonNode ask(String trunk, Map<String, Object> request) {
        Map<String, Object> whole = new LinkedHashMap<>(request);
        whole.put("session_id", trunk);
        return caller.post("/simulate/what-if", whole).expect(200).body();
    }

    /** Of two turns. */
    private String played(int turns) {
        String id = caller.start(2);
        for (int turn = 0; turn < turns; turn++) {
            caller.next(id).expect(200);
        }
        return id;
    }

    private String fingerprint(String simulation) {
        UUID id = UUID.fromString(simulation);
        return ContentHash.of(List.of(journal.upto(id, Long.MAX_VALUE), calls.attempts(id, 1), calls.attempts(id, 2)));
    }
}
