package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.GroqOutcome.Break;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokenTest {

    private final MockWebServer groq = new MockWebServer();
    private GroqClient client;

    @BeforeEach
    void start() throws Exception {
        groq.start();
        client = new GroqClient(Requests.at(groq.url("/openai/v1").toString()));
    }

    @AfterEach
    void stop() {
        client.close();
        groq.close();
    }

    @Test
    void silenceEndsAtTheDeadline() {
        groq.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        var broken = broken(Duration.ofMillis(300));

        assertThat(broken.kind()).isEqualTo(Break.TIMEOUT);
        assertThat(broken.latency()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(3));
        assertThat(groq.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aTrickleDoesNotOutliveTheDeadlineAndLeavesWhatCame() throws Exception {
        try (var endpoint = new Trickle();
                var client = new GroqClient(Requests.at(endpoint.baseUrl()))) {
            var broken = (Broken) Requests.ask(client, Duration.ofMillis(400));

            assertThat(broken.kind()).isEqualTo(Break.TIMEOUT);
            assertThat(broken.latency()).isLessThan(Duration.ofSeconds(3));
            assertThat(broken.raw()).startsWith(Trickle.BEGINNING);
            endpoint.hungUp().get(1, TimeUnit.SECONDS);
        }
    }

    @Test
    void theConfiguredTimeoutBoundsALongerDeadline() {
        groq.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        var baseUrl = groq.url("/openai/v1").toString();
        var impatient = new GroqProperties(baseUrl, List.of(), "m", Duration.ofMillis(200), 512, null);

        try (var client = new GroqClient(impatient)) {
            var outcome = Requests.ask(client, Duration.ofDays(1));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.kind()).isEqualTo(Break.TIMEOUT));
        }
    }

    @Test
    void withNoTimeLeftNothingIsSent() {
        var broken = broken(Duration.ZERO);

        assertThat(broken.kind()).isEqualTo(Break.TIMEOUT);
        assertThat(groq.getRequestCount()).isZero();
    }

    @Test
    void aConnectionLostMidBodyKeepsWhatArrived() {
        groq.enqueue(new MockResponse.Builder()
                .body(Requests.ANSWER)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        groq.enqueue(new MockResponse.Builder().body(Requests.ANSWER).build());

        var broken = broken(Duration.ofSeconds(5));

        assertThat(broken.kind()).isEqualTo(Break.CONNECTION);
        assertThat(broken.raw()).isNotEmpty().isNotEqualTo(Requests.ANSWER);
        assertThat(groq.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aConnectionClosedBeforeTheAnswerIsNotTriedAgain() {
        groq.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        groq.enqueue(new MockResponse.Builder().body(Requests.ANSWER).build());

        assertThat(broken(Duration.ofSeconds(5)).kind()).isEqualTo(Break.CONNECTION);
        assertThat(groq.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nobodyListeningIsAConnectionFault() {
        groq.close();

        assertThat(broken(Duration.ofSeconds(5)).kind()).isEqualTo(Break.CONNECTION);
    }

    @Test
    void anAnswerBeyondTwoMebibytesIsNotRead() {
        groq.enqueue(new MockResponse.Builder().body("x".repeat(3 << 20)).build());

        var broken = broken(Duration.ofSeconds(5));

        assertThat(broken.kind()).isEqualTo(Break.MALFORMED);
        assertThat(broken.raw().length()).isLessThanOrEqualTo(64 << 10);
    }

    @Test
    void cancellingMidBodyClosesTheConnectionAtOnce() throws Exception {
        try (var endpoint = new Trickle();
                var client = new GroqClient(Requests.at(endpoint.baseUrl()))) {
            var call = client.prepare(Requests.opinion(), Requests.KEY, UUID.randomUUID(), Duration.ofSeconds(20));
            var outcome = CompletableFuture.supplyAsync(call::execute);
            endpoint.begun().get(5, TimeUnit.SECONDS);

            var start = System.nanoTime();
            call.cancel();

            assertThat(outcome.get(1, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Broken.class, b -> assertThat(b.kind()).isEqualTo(Break.CANCELLED));
            endpoint.hungUp().get(1, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aCallCancelledBeforeItBeganSendsNothing() {
        var call = client.prepare(Requests.opinion(), Requests.KEY, UUID.randomUUID(), Duration.ofSeconds(5));
        call.cancel();

        assertThat(call.execute())
                .isInstanceOfSatisfying(Broken.class, b -> assertThat(b.kind()).isEqualTo(Break.CANCELLED));
        assertThat(groq.getRequestCount()).isZero();
    }

    @Test
    void anInterruptedThreadCancelsItsCallAndStaysInterrupted() throws Exception {
        groq.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        var outcome = new CompletableFuture<Broken>();
        var interrupted = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            outcome.complete(broken(Duration.ofSeconds(20)));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        groq.takeRequest(5, TimeUnit.SECONDS);

        thread.interrupt();

        assertThat(outcome.get(2, TimeUnit.SECONDS).kind()).isEqualTo(Break.CANCELLED);
        assertThat(interrupted.get(2, TimeUnit.SECONDS)).isTrue();
    }

    private Broken broken(Duration deadline) {
        return (Broken) Requests.ask(client, deadline);
    }
}
