package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.activities.standin.Booked;
import io.synthforce.activities.standin.GroqStandIn;
import io.synthforce.activities.standin.Plan;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The product with a key whose plan is tight, and the provider's books on how it keeps to that. */
final class Throttled implements AutoCloseable {

    static final String MODEL = "openai/gpt-oss-120b";

    /** Of a call, as the provider's windows are shorter: a second of Groq's is fifty milliseconds. */
    private static final Duration LATENCY = Duration.ofMillis(50);

    private static final int TOO_MANY_REQUESTS = 429;

    final Stage stage;
    final GroqStandIn groq;

    Throttled(Stage stage, Plan plan) {
        this.groq = new GroqStandIn(plan.taking(LATENCY));
        this.stage = stage.with(
                "GROQ_BASE_URL=" + groq.baseUrl(),
                "GROQ_API_KEY=gsk_free",
                "GROQ_LIMITS=",
                "GROQ_FALLBACK_MODELS=" + MODEL,
                "SYNTHFORCE_QUOTA_FASTER=" + plan.faster());
    }

    UUID play(Api api, int turns) {
        var simulation = api.start(turns);
        assertThat(api.play(simulation, turns).join().status()).isEqualTo(202);
        return simulation;
    }

    void awaitTurn(UUID simulation, int turn, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> stage.rows()
                                .count(
                                        "turns where simulation = ? and turn >= ? and state = 'played'",
                                        simulation,
                                        turn)
                        > 0);
    }

    void everyTurnIsWhole(UUID simulation, int turns) {
        assertThat(stage.rows().count("calls where simulation = ? and state <> 'ok'", simulation))
                .as("degraded replies")
                .isZero();
        new Story(stage.rows(), simulation).isWholeUpTo(turns);
    }

    /** Of the tokens that the minutes allowed from the first to the last answer, the part that was used. */
    double usedOf(Plan plan) {
        var answered = entries();
        var seconds =
                Duration.between(answered.getFirst().at(), answered.getLast().at())
                                .toMillis()
                        / 1000.0;
        return groq.books().billedTokens() / (plan.tokensPerMinute() * plan.faster() / 60 * seconds);
    }

    /** How many requests were answered with 429. */
    long refused() {
        return entries().stream()
                .filter(entry -> entry.status() == TOO_MANY_REQUESTS)
                .count();
    }

    /** So many of all requests; one at least, as some limits are learned no other way. */
    long few(double part) {
        return Math.max(1, (long) (part * entries().size()));
    }

    private List<Booked> entries() {
        return groq.books().entries();
    }

    String told() {
        var refusals = entries().stream()
                .filter(entry -> entry.status() == TOO_MANY_REQUESTS)
                .map(entry -> "#" + entry.n() + " at " + entry.at())
                .toList();
        return "%d requests from %s on, refused %s, %d tokens"
                .formatted(
                        entries().size(),
                        entries().getFirst().at(),
                        refusals,
                        groq.books().billedTokens());
    }

    @Override
    public void close() {
        stage.close();
        groq.close();
    }
}
