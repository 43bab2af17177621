package io.synthforce.embedded.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.embedded.groq.ChatRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    private final Prompts prompts = Prompts.priceIncrease();

    @AutoClose
    private ScriptedModelServer server;

    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        server = ScriptedModelServer.start(ScriptedModelOptions.scriptable());
        caller = Caller.of(server);
    }

    @Test
    void theJournalListsEveryRequestAsItCame() throws Exception {
        var attempt = UUID.randomUUID().toString();
        caller.ask(prompts.position("ceo"), attempt);
        caller.ask("broken".getBytes(StandardCharsets.UTF_8));

        var journal = caller.journal();

        assertThat(journal).hasSize(2);
        var entry = journal.get(0);
        assertThat(entry.get("n").asInt()).isEqualTo(1);
        assertThat(entry.get("attempt_id").stringValue()).isEqualTo(attempt);
        assertThat(entry.get("schema").stringValue()).isEqualTo("position");
        assertThat(entry.get("seat").stringValue()).isEqualTo("ceo");
        assertThat(entry.get("role").stringValue()).isEqualTo("ceo");
        assertThat(entry.get("turn").asInt()).isEqualTo(3);
        assertThat(entry.get("model").stringValue()).isEqualTo("openai/gpt-oss-120b");
        assertThat(entry.get("seed").asLong()).isEqualTo(42);
        assertThat(entry.get("body_hash").stringValue()).hasSize(64);
        assertThat(entry.get("status").asInt()).isEqualTo(200);
        assertThat(entry.get("received_at").stringValue())
                .isLessThanOrEqualTo(entry.get("answered_at").stringValue());
        assertThat(journal.get(1).get("status").asInt()).isEqualTo(400);
    }

    @Test
    void heldRequestsAreListedButNotAnsweredUntilReleased() throws Exception {
        caller.control("POST", "/holds", "{\"seat\": \"ceo\", \"turn\": 3, \"times\": 1}");
        var held = caller.askLater(prompts.position("ceo"));
        await().until(() -> caller.journal().size() == 1);

        assertThat(caller.ask(prompts.position("pm")).statusCode()).isEqualTo(200);
        assertThat(caller.ask(prompts.turn(4).position("ceo")).statusCode()).isEqualTo(200);
        assertThat(caller.ask(prompts.position("ceo")).statusCode()).isEqualTo(200);
        assertThat(held).isNotDone();
        assertThat(caller.journal().get(0).get("status").isNull()).isTrue();

        caller.control("DELETE", "/holds", "");

        assertThat(held.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(caller.journal().get(0).get("status").asInt()).isEqualTo(200);
    }

    @Test
    void aHoldWithoutFieldsHoldsEverything() throws Exception {
        caller.control("POST", "/holds", "");
        var held = caller.askLater(prompts.position("designer"));

        await().until(() -> caller.journal().size() == 1);
        assertThat(held).isNotDone();
        server.releaseHolds();
        assertThat(held.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void closingWithHeldRequestsEndsAtOnce() throws Exception {
        server.hold(Match.ALL, 10);
        var held = caller.askLater(prompts.position("ceo"));
        await().until(() -> server.journal().size() == 1);

        server.close();

        assertThat(held.handle((answer, failure) -> failure != null).get(5, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void faultsAreUsedUpOneByOne() throws Exception {
        caller.control("POST", "/faults", """
            {"schema": "position", "times": 2, "status": 429, "headers": {"retry-after": "2"},
             "body": {"error": {"message": "Rate limit reached", "code": "rate_limit_exceeded"}}}
            """);

        var refused = caller.ask(prompts.position("ceo"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
        assertThat(Schemas.tree(refused.body()).at("/error/code").stringValue()).isEqualTo("rate_limit_exceeded");
        assertThat(caller.ask(prompts.position("pm")).statusCode()).isEqualTo(429);
        assertThat(caller.ask(prompts.position("pm")).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultBelongsToTheRequestThatCameFirstAlsoWhenThatIsHeld() throws Exception {
        server.hold(Match.ALL, 1);
        var held = caller.askLater(prompts.position("ceo"));
        await().until(() -> server.journal().size() == 1);
        server.fail(new Fault(Match.ALL, 1, 503, Map.of(), null, null));

        server.releaseHolds();

        assertThat(held.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(caller.ask(prompts.position("ceo")).statusCode()).isEqualTo(503);
    }

    @Test
    void connectionsAreKeptHoweverManyThereAre() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 300; i++) {
                sockets.add(connect());
                assertThat(listsModels(sockets.getLast())).isTrue();
            }
            assertThat(sockets).allMatch(ControlTest::listsModels);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(server.controlUrl()).getPort());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static boolean listsModels(Socket socket) {
        try {
            var in = socket.getInputStream();
            in.skip(in.available());
            socket.getOutputStream()
                    .write("GET /openai/v1/models HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void aFaultCanBeNonsenseInsideASuccessOrAPageInsteadOfJson() throws Exception {
        caller.control("POST", "/faults", "{\"content\": \"I'd rather not.\"}");
        caller.control(
                "POST",
                "/faults",
                "{\"status\": 403, \"headers\": {\"Content-Type\": \"text/html\"}, \"body\": \"<html>1010</html>\"}");

        assertThat(Caller.content(caller.ask(prompts.position("ceo")))).isEqualTo("I'd rather not.");
        var page = caller.ask(prompts.position("ceo"));
        assertThat(page.body()).isEqualTo("<html>1010</html>");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void faultsCanBeTakenBack() throws Exception {
        caller.control("POST", "/faults", "{\"status\": 500, \"times\": 99}");
        caller.control("DELETE", "/faults", "");

        assertThat(caller.ask(prompts.position("ceo")).statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderThatCannotBeFollowedIsRefused() throws Exception {
        assertThat(caller.control("POST", "/faults", "{}").statusCode()).isEqualTo(400);
        assertThat(caller.control("POST", "/faults", "{\"status\": 99}").statusCode())
                .isEqualTo(400);
        assertThat(caller.control("PUT", "/latency", "soon").statusCode()).isEqualTo(400);
    }

    @Test
    void answersTakeAsLongAsTheyAreTold() throws Exception {
        caller.ask(prompts.position("ceo"));
        caller.control("PUT", "/latency", "{\"millis\": 300}");

        var start = System.nanoTime();
        caller.ask(prompts.position("ceo"));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));
    }

    @Test
    void theSpreadOfALatencyBelongsToTheRequest() {
        var latency = new Latency(Duration.ofMillis(50), Duration.ofMillis(100));
        var ceo = ChatRequest.read(prompts.position("ceo"));
        var pm = ChatRequest.read(prompts.position("pm"));

        assertThat(latency.of(ceo)).isEqualTo(latency.of(ceo)).isNotEqualTo(latency.of(pm));
        assertThat(latency.of(pm)).isBetween(Duration.ofMillis(50), Duration.ofMillis(150));
    }

    @Test
    void aCallerWhoHangsUpLeavesTheServerWell() throws Exception {
        server.hold(Match.ALL, 1);
        var body = prompts.position("ceo");
        try (var socket = connect()) {
            var head = "POST /openai/v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            await().until(() -> server.journal().size() == 1);
        }
        server.releaseHolds();

        assertThat(caller.ask(prompts.position("pm")).statusCode()).isEqualTo(200);
        await().until(() -> server.journal().getFirst().status() != null);
    }

    @Test
    void theJournalFileOutlivesTheServerAndIsContinued(@TempDir Path directory) throws Exception {
        var file = directory.resolve("journal.jsonl");
        var options = new ScriptedModelOptions(0, true, file, Duration.ZERO);
        try (var first = ScriptedModelServer.start(options)) {
            first.hold(new Match(null, "pm", null), 1);
            Caller.of(first).ask(prompts.position("ceo"));
            Caller.of(first).askLater(prompts.position("pm"));
            await().until(() -> first.journal().size() == 2);
        }
        assertThat(Files.readAllLines(file)).hasSize(3);
        Files.writeString(file, "{\"n\": 3, \"torn", StandardOpenOption.APPEND);

        try (var second = ScriptedModelServer.start(options)) {
            Caller.of(second).ask(prompts.position("sales"));

            assertThat(second.journal()).extracting(JournalEntry::n).containsExactly(1L, 2L, 3L);
            assertThat(second.journal()).extracting(JournalEntry::status).containsExactly(200, null, 200);
        }
    }
}
