package io.synthforce.crash;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.activities.standin.Booked;
import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.OddContent;
import io.synthforce.activities.standin.OddTransport;
import io.synthforce.activities.standin.Plan;
import io.synthforce.crash.Api.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What eight simulations at once are booked for, by the product and by the provider, when the product is killed meanwhile. */
@ExtendWith(OutputOnFailure.class)
class SpendingIT {

    private static final int SIMULATIONS = 8;
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private GroqStandIn groq;
    private Stage stage;

    @BeforeEach
    void open() {
        groq = new GroqStandIn(Plan.unlimited().taking(Duration.ofMillis(200)));
        stage = Stage.withEverythingEmbedded(directory);
    }

    @AfterEach
    void end() {
        stage.close();
        groq.close();
    }

    @Test
    void everyTokenIsBookedOnceAndNoBudgetIsExceeded() {
        var product = start();
        var cap = worstTurn(product.api()) * 3 / 2;
        var simulations = new ArrayList<UUID>();
        for (var i = 0; i < SIMULATIONS; i++) {
            simulations.add(begin(product.api(), cap));
        }
        groq.then(OddContent.MISSING_KEY, OddTransport.RESET_IN_THE_BODY, OddContent.FENCED);
        simulations.forEach(simulation ->
                assertThat(product.api().play(simulation, 2).join().status()).isEqualTo(202));
        await().atMost(LONG).until(() -> groq.books().size() > 3 * SIMULATIONS);

        product.kill();
        var next = start();

        await().atMost(LONG).until(() -> simulations.stream().allMatch(one -> isAt(next.api(), one, 2)));
        assertThat(billedButNotBooked()).as("unknown outcomes").isNotEmpty();
        assertThat(simulations).allSatisfy(simulation -> {
            assertThat(billed(simulation)).isLessThanOrEqualTo(cap);
            assertThat(spent(next.api(), simulation)).isBetween(billed(simulation), cap);
        });
        var sum = next.api().get("/costs").join().body().path("sum");
        assertThat(sum.path("prompt_tokens").asLong()
                        + sum.path("completion_tokens").asLong())
                .as("all that is booked, after the rows whose outcome is unknown")
                .isEqualTo(groq.books().billedTokens()
                        - billedButNotBooked().stream()
                                .mapToLong(entry -> entry.spent().total())
                                .sum());
        assertThat(sum.path("outcomes").path("unknown").asInt()).isPositive();
    }

    @Test
    void eightBranchesOfOneBeginningNeverExceedTheBudgetTheyShare() {
        var product = start();
        var cap = worstTurn(product.api()) * 6 / 5;
        var root = begin(product.api(), cap);
        var branches = new ArrayList<UUID>();
        for (var i = 0; i < SIMULATIONS; i++) {
            branches.add(branch(product.api(), root));
        }
        branches.forEach(branch ->
                assertThat(product.api().play(branch, 2).join().status()).isEqualTo(202));
        await("branches wait for the budget while others play")
                .atMost(LONG)
                .until(() -> branches.stream().anyMatch(branch -> waitsForBudget(product.api(), branch))
                        && groq.books().size() > 3);

        product.kill();
        var next = start();

        await().atMost(LONG).until(() -> {
            assertThat(held(next.api(), root)).isLessThanOrEqualTo(cap);
            return branches.stream()
                    .allMatch(one -> isAt(next.api(), one, 2) || waitsForBudget(next.api(), one) && isIdle(next, root));
        });
        var all = groq.books().billedTokens();
        assertThat(all).as("billed").isLessThanOrEqualTo(cap);
        assertThat(spent(next.api(), root)).as("booked").isBetween(all, cap);
        var left = branches.stream().filter(one -> !isAt(next.api(), one, 2)).toList();
        assertThat(left).as("turns the rest of the budget does not cover").isNotEmpty();

        assertThat(next.api()
                        .send(
                                "PUT",
                                "/simulations/%s/budget".formatted(root),
                                "{\"max_tokens\": %d}".formatted(20 * cap))
                        .status())
                .isEqualTo(200);

        await().atMost(LONG).until(() -> left.stream().allMatch(one -> isAt(next.api(), one, 2)));
        assertThat(spent(next.api(), root)).isLessThanOrEqualTo(20 * cap);
    }

    private static UUID branch(Api api, UUID root) {
        var answer = api.send("POST", "/simulations/%s/branches".formatted(root), "{}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return UUID.fromString(answer.body().path("session_id").asString());
    }

    private static boolean waitsForBudget(Api api, UUID simulation) {
        return shown(api, simulation)
                .body()
                .path("waiting")
                .path("reason")
                .asString("")
                .equals("budget");
    }

    /** Spent, and reserved for turns under way. */
    private static long held(Api api, UUID simulation) {
        return spent(api, simulation)
                + budget(api, simulation).path("reserved").path("tokens").asLong();
    }

    private static boolean isIdle(Product product, UUID root) {
        return budget(product.api(), root).path("reserved").path("tokens").asLong() == 0;
    }

    private Product start() {
        return stage.start("GROQ_BASE_URL=" + groq.baseUrl(), "GROQ_API_KEY=gsk_one");
    }

    /** A row of the product; tokens are null where nobody told. */
    private record Row(UUID simulation, @Nullable Long tokens, long reserved) {}

    private Map<String, Row> rows() {
        return stage
                .rows()
                .jdbc()
                .sql("""
                        select id, simulation, prompt_tokens + completion_tokens as tokens, reserved_tokens from attempts
                        where reserved_tokens > 0""")
                .query((row, _) -> Map.entry(
                        String.valueOf(row.getString("id")),
                        new Row(
                                row.getObject("simulation", UUID.class),
                                row.getObject("tokens") == null ? null : row.getLong("tokens"),
                                row.getLong("reserved_tokens"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the provider billed for rows that do not know it; every other row knows exactly. */
    private List<Booked> billedButNotBooked() {
        var rows = rows();
        var unknown = new ArrayList<Booked>();
        for (var entry : groq.books().entries()) {
            var row = rows.get(entry.attemptId());
            assertThat(row).as("row of request %d", entry.n()).isNotNull();
            if (row.tokens() == null) {
                assertThat((long) entry.spent().total()).isLessThanOrEqualTo(row.reserved());
                unknown.add(entry);
            } else {
                assertThat((long) entry.spent().total()).isEqualTo(row.tokens());
            }
        }
        return unknown;
    }

    private long billed(UUID simulation) {
        var rows = rows();
        return groq.books().entries().stream()
                .filter(entry -> simulation.equals(rows.get(entry.attemptId()).simulation()))
                .mapToLong(entry -> entry.spent().total())
                .sum();
    }

    private static UUID begin(Api api, long cap) {
        var answer = api.send("POST", "/simulate/start", """
                {"scenario": "We sell planning software to 400 small firms and consider raising the price by 12 percent.",
                 "config": {"max_turns": 3, "agents": ["ceo", "pm", "sales"], "budget": {"max_tokens": %d}}}""".formatted(cap));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return UUID.fromString(answer.body().path("session_id").asString());
    }

    private static long worstTurn(Api api) {
        return budget(api, begin(api, 1)).path("next_turn").path("tokens").asLong();
    }

    private static long spent(Api api, UUID simulation) {
        return budget(api, simulation).path("spent").path("tokens").asLong();
    }

    private static JsonNode budget(Api api, UUID simulation) {
        return shown(api, simulation).body().path("budget");
    }

    private static boolean isAt(Api api, UUID simulation, int turn) {
        return shown(api, simulation).body().path("current_turn").asInt() == turn;
    }

    private static Answer shown(Api api, UUID simulation) {
        return api.get("/simulate/" + simulation).join();
    }
}
