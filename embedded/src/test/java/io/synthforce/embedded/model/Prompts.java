package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the product writes them. */
record Prompts(String scenario, String input, String ledger, int turn, long seed) {

    static final List<String> SEATS =
            List.of("ceo", "pm", "engineering_lead", "designer", "sales", "support", "simulation_analyst");

    static final String SCENARIO = """
        Northwind Tools sells an invoicing product to 1,200 small workshops. Hosting costs have doubled and the runway \
        is ten months. Management considers a price increase of 15 % for all existing customers in January. \
        A competitor, Billmate, offers a free tier. The support backlog is already at six days.\
        """;

    private static final Map<String, String> NAMES = Map.of(
            "ceo", "Chief Executive Officer",
            "pm", "Product Manager",
            "engineering_lead", "Engineering Lead",
            "designer", "Lead Designer",
            "sales", "Sales Director",
            "support", "Customer Support Lead",
            "simulation_analyst", "Simulation Analyst");

    static Prompts priceIncrease() {
        return new Prompts(SCENARIO, "A key account threatens to leave.", "- cash: 480.0000 k$ (was 500)", 3, 42);
    }

    Prompts scenario(String other) {
        return new Prompts(other, input, ledger, turn, seed);
    }

    Prompts input(String other) {
        return new Prompts(scenario, other, ledger, turn, seed);
    }

    Prompts ledger(String other) {
        return new Prompts(scenario, input, other, turn, seed);
    }

    Prompts turn(int other) {
        return new Prompts(scenario, input, ledger, other, seed);
    }

    Prompts seed(long other) {
        return new Prompts(scenario, input, ledger, turn, other);
    }

    byte[] position(String seat) {
        return request("position", agent(seat), situation());
    }

    byte[] reply(String seat, String position, String opposing) {
        var user = situation() + "\n\n## Your position\n" + position
                + "\n\n## The disagreement\ndecision: Who carries the cost?\n\n## The opposing argument\n" + opposing;
        return request("reply", agent(seat), user);
    }

    byte[] disagreements(Map<String, String> positions) {
        return request("disagreements", coordinator(), setting() + "\n\n## Positions\n" + blocks(positions));
    }

    byte[] minutes(Map<String, String> positions) {
        return request("minutes", coordinator(), discussion(positions));
    }

    byte[] analysis(Map<String, String> positions) {
        return request("analysis", agent("simulation_analyst"), discussion(positions));
    }

    private String discussion(Map<String, String> positions) {
        return situation() + "\n\n## Discussion\n" + blocks(positions)
                + "\n\n## What was decided and what happened (facts)\n- decision decided: go ahead (4 for, 2 against)"
                + "\n- action taken: launch_campaign\n- cash: 480 to 455 by dynamic burn";
    }

    private static String blocks(Map<String, String> positions) {
        return positions.entrySet().stream()
                .map(position -> "### " + position.getKey() + "\n" + position.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    private String setting() {
        return """
            ## Scenario
            %s

            ## The team
            %s

            ## Context
            {"billing_cycle":"yearly","largest_account":"Holt & Sons"}

            ## Issues to decide
            - decision: Should the company go ahead with the price increase? Options: go ahead | hold back
            - pace: Should we move in January? Options: January | a pilot first

            ## Actions you can choose
            - launch_campaign: Launch a marketing campaign: brings customers two turns later. Cost 60, may be ordered by ceo, pm, sales
            - improve_product: Invest in the product. Cost 90, may be ordered by ceo, pm, engineering_lead
            - freeze_spending: Freeze spending: saves cash next turn. Cost 0, may be ordered by ceo\
            """.formatted(
                scenario,
                SEATS.stream().map(seat -> "- " + seat + ": " + NAMES.get(seat)).collect(Collectors.joining("\n")));
    }

    private String situation() {
        return setting() + """


            ## Turn
            Turn %d of 50, 2026-02-01

            ## Ledger
            %s
            - customers: 1012 customers (was 1000)
            - morale: 68 points of 100 (was 70)

            ## Events you know of
            - Demand in the market shifts

            ## Minutes of the last turn
            ## Themes
            The team weighed the support backlog against the runway.

            ## What you remember
            - turn_2_response: I asked for a pilot with one segment
            - turn_1_fact_1: The largest account pays late (pinned)

            ## Your open commitments
            - turn_1_commitment_1: I will call the largest account (due by turn 3)
            - turn_2_commitment_1: I will write down the options

            ## Also to look back on
            - turn_1_response: I was against any haste

            ## Your open tasks
            - pm_1: Rank the options (in_progress, 45 %% of 24 h done, priority 7)
            - pm_2: Write the test plan (planned, 0 %% of 8.5 h done, priority 4, after pm_1 sales_3)

            ## Open tasks of others
            - sales_3: Call the top accounts

            ## Input from the user
            %s

            ## What is asked of you
            Take your own position.\
            """.formatted(turn, ledger, input);
    }

    private static String agent(String seat) {
        return """
            You are the %s (seat %s, role %s) of the company in this scenario.

            You answer for your part of the company.

            Your temper: assertiveness 0.8, analytical 0.7, collaborative 0.6, creative 0.5, detail oriented 0.4.
            Your capabilities: strategic planning, decision making.\
            """.formatted(NAMES.getOrDefault(seat, "Chief" + " of " + seat), seat, seat);
    }

    private static String coordinator() {
        return "You are the coordinator of this simulation. You keep the minutes.";
    }

    private byte[] request(String schema, String system, String user) {
        return request(system, user, Schemas.format(schema), seed);
    }

    /** Any other question under any other schema. */
    byte[] request(String name, JsonNode schema, String user) {
        return request(coordinator(), user, Schemas.format(name, schema), seed);
    }

    static byte[] request(String system, String user, ObjectNode format, long seed) {
        var body = Json.object().put("model", "openai/gpt-oss-120b");
        body.putArray("messages").addObject().put("role", "system").put("content", system);
        body.withArray("messages").addObject().put("role", "user").put("content", user);
        body.put("temperature", 0.7).put("max_completion_tokens", 2048).put("seed", seed);
        body.set("response_format", format);
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
