package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.budget.Tokens;
import io.synthforce.workflows.budget.TurnCalls;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.Phase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Estimates that are asked for before something is played, beside what it took. The product is no other than its users'. */
@ExtendWith(OutputOnFailure.class)
class EstimatesIT {

    private static final String SCENARIO =
            "We sell planning software to 400 small firms and consider raising the price by 12 percent.";
    private static final List<String> THREE = List.of("ceo", "pm", "sales");
    private static final long TOKENS_A_MINUTE = 40_000;
    private static final String OWN_MODEL = """
            version: 1
            name: Small
            text: We consider opening on Sundays.
            clock: {start: 2027-01-31, step: month}
            horizon: 2027-06-30
            cast:
              - role: ceo
              - role: sales
                model: %s
            issues:
              - {id: sundays, question: Do we open on Sundays?, options: [open, stay closed], rule: owner, owner: ceo}
            """;
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private GroqStandIn groq;
    private Stage stage;
    private Api api;

    private void open(Plan plan, String... settings) {
        groq = new GroqStandIn(plan.taking(Duration.ofMillis(20)));
        stage = Stage.withEverythingEmbedded(directory).with(settings);
        api = stage.start("GROQ_BASE_URL=" + groq.baseUrl(), "GROQ_API_KEY=gsk_one")
                .api();
    }

    @AfterEach
    void end() {
        stage.close();
        groq.close();
    }

    @Test
    void whatFiveRunsTakeLiesInWhatWasEstimatedForThem() {
        open(Plan.unlimited());
        var three = request(SCENARIO, THREE, 3, Map.of());
        var first = start(three);
        holds("three agents", Map.of("start", three), first, () -> turns(first, 3, "What now?"));

        var all = request(SCENARIO, List.of(), 2, Map.of());
        var second = start(all);
        holds("seven agents", Map.of("start", all), second, () -> turns(second, 2, "And the smallest customers?"));

        var third = start(request(SCENARIO, THREE, 4, Map.of()));
        var play = Map.of("session_id", third.toString(), "until_turn", 4);
        holds("a play", Map.of("play", play), third, () -> {
            assertThat(api.play(third, 4).join().status()).isEqualTo(202);
            await().atMost(LONG)
                    .until(() ->
                            get("/simulate/" + third).path("status").asString().equals("completed"));
        });

        var whatIf = whatIf(first);
        holds("a what-if", Map.of("what_if", whatIf), first, () -> post("/simulate/what-if", whatIf, 200));

        var longest = request(
                "Prices, again. ".repeat(330), THREE, 3, Map.of("memo", "What the board wrote to us. ".repeat(100)));
        var fifth = start(longest);
        holds("long texts and memories", Map.of("start", longest), fifth, () -> turns(fifth, 3, "Why? ".repeat(390)));
        assertThat(get("/simulations/" + fifth + "/cost")
                        .path("estimate")
                        .path("measured_calls")
                        .asLong())
                .as("measured by then")
                .isGreaterThan(20);
        promptsAreAsLongAsIsReckonedWith();
    }

    /** The provider's minutes are real ones here, and hold fewer tokens than the turns take. */
    @Test
    void underALimitTheTimeThatRunsTakeLiesInWhatWasEstimatedForThem() {
        var none = Plan.unlimited();
        open(
                new Plan(
                        none.requestsPerMinute(),
                        none.requestsPerDay(),
                        TOKENS_A_MINUTE,
                        none.tokensPerDay(),
                        1,
                        Duration.ZERO,
                        Map.of()),
                "GROQ_LIMITS=");
        var asked = request(SCENARIO, THREE, 3, Map.of());
        var first = start(asked);
        turns(first, 1, "What now?");

        var second = start(asked);
        var estimate =
                holds("three agents under a limit", Map.of("start", asked), second, () -> turns(second, 3, "And?"));

        assertThat(estimate.path("limits").path("tokens_per_minute").asLong()).isEqualTo(TOKENS_A_MINUTE);
        assertThat(stage.rows().count("attempts where simulation = ? and cause = 'rate_limited'", second))
                .as("calls that had to wait")
                .isPositive();
        assertThat(groq.books().entries())
                .filteredOn(entry -> entry.status() != 200)
                .as("refusals")
                .hasSizeLessThan(2);
    }

    @Test
    void moneyIsNotCappedWhereASeatHasAModelOfItsOwnWithoutAPrice() {
        open(Plan.unlimited());
        var unpriced = Map.of("scenario_document", OWN_MODEL.formatted("some/model"));
        assertThat(post("/simulate/start", capped(unpriced), 422).toString()).contains("some/model");
        var simulation = start(unpriced);
        var put = api.send("PUT", "/simulations/" + simulation + "/budget", "{\"max_usd\": 1}");
        assertThat(put.status()).as(put.raw().body()).isEqualTo(422);
        assertThat(put.body().toString()).contains("some/model");

        var priced = start(capped(Map.of("scenario_document", OWN_MODEL.formatted("qwen/qwen3.8-27b"))));
        assertThat(api.send("PUT", "/simulations/" + priced + "/budget", "{\"max_usd\": 100}")
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> capped(Map<String, String> start) {
        var capped = new LinkedHashMap<String, Object>(start);
        capped.put("config", Map.of("budget", Map.of("max_usd", 50)));
        return capped;
    }

    private record Sent(String body, Phase phase, Scenario scenario) {}

    /** From the least to the most, with the longest inputs there were. */
    private void promptsAreAsLongAsIsReckonedWith() {
        var sent = stage.rows()
                .jdbc()
                .sql("""
                        select a.request, a.phase, s.scenario from attempts a join simulations s on s.id = a.simulation
                        where a.request <> ''""")
                .query((row, _) -> new Sent(
                        row.getString("request"),
                        Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                        Json.read(row.getString("scenario"), Scenario.class)))
                .list();
        assertThat(sent).hasSizeGreaterThan(50).allSatisfy(one -> {
            var cast = one.scenario().cast();
            var prompts = new Prompts(one.scenario(), cast, Map.of(), List.of("Why? ".repeat(390)));
            var heard = switch (one.phase()) {
                case POSITION, INTERVIEW, JUDGE, BRIEF, ENTAILMENT, BASELINE -> 0;
                case DISAGREEMENTS, REPLY -> cast.size();
                case MINUTES, ANALYSIS -> 2 * cast.size();
            };
            var tokens = Tokens.estimate(one.body());
            assertThat(tokens)
                    .as("%s of %d seats", one.phase(), cast.size())
                    .isBetween(prompts.least(), prompts.most(new TurnCalls.Call(one.phase(), "", heard)));
        });
    }

    private JsonNode holds(String what, Map<String, Object> request, UUID simulation, Runnable run) {
        var estimate = post("/simulate/estimate", request, 200);
        var before = tree(simulation);
        var began = System.nanoTime();
        run.run();
        var took = Duration.ofNanos(System.nanoTime() - began);
        var after = tree(simulation);

        within(
                what,
                estimate,
                "requests",
                after.path("requests").asLong() - before.path("requests").asLong());
        within(what, estimate, "tokens", tokens(after) - tokens(before));
        assertThat(money(after).subtract(money(before)))
                .as("%s, usd of %s", what, estimate)
                .isBetween(
                        estimate.path("usd").path("low").decimalValue(),
                        estimate.path("usd").path("high").decimalValue());
        assertThat(took)
                .as("%s, seconds of %s", what, estimate)
                .isBetween(seconds(estimate, "low"), seconds(estimate, "high"));
        return estimate;
    }

    private static void within(String what, JsonNode estimate, String of, long actual) {
        assertThat(actual)
                .as("%s, %s of %s", what, of, estimate)
                .isBetween(
                        estimate.path(of).path("low").asLong(),
                        estimate.path(of).path("high").asLong());
    }

    private static Duration seconds(JsonNode estimate, String end) {
        return Duration.ofSeconds(estimate.path("seconds").path(end).asLong());
    }

    private JsonNode tree(UUID simulation) {
        return get("/simulations/" + simulation + "/cost").path("tree");
    }

    private static long tokens(JsonNode sum) {
        return sum.path("prompt_tokens").asLong()
                + sum.path("completion_tokens").asLong();
    }

    private static BigDecimal money(JsonNode sum) {
        return sum.path("usd").decimalValue();
    }

    private static Map<String, Object> request(
            String scenario, List<String> agents, int maxTurns, Map<String, Object> context) {
        return Map.of(
                "scenario",
                scenario,
                "initial_context",
                context,
                "config",
                Map.of("agents", agents, "max_turns", maxTurns, "seed", 7));
    }

    private static Map<String, Object> whatIf(UUID simulation) {
        var mood = Map.of("type", "context", "target", "market", "change", Map.of("mood", "bad"));
        var newcomer = Map.of("type", "cast_added", "target", "support", "change", Map.of());
        return Map.of(
                "session_id",
                simulation.toString(),
                "num_turns_to_simulate",
                1,
                "base_turn",
                1,
                "options",
                List.of(
                        Map.of("name", "gloom", "modifications", List.of(mood)),
                        Map.of("name", "one more", "modifications", List.of(newcomer))));
    }

    private UUID start(Map<String, ?> request) {
        return UUID.fromString(
                post("/simulate/start", request, 201).path("session_id").asString());
    }

    private void turns(UUID simulation, int turns, String input) {
        for (var turn = 1; turn <= turns; turn++) {
            assertThat(api.next(simulation, "turn-" + turn, input).join().status())
                    .isEqualTo(200);
        }
    }

    private JsonNode get(String path) {
        return api.get(path).join().body();
    }

    private JsonNode post(String path, Object body, int status) {
        var answer = api.send("POST", path, Json.write(body));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        return answer.body();
    }
}
