package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.Completion;
import io.synthforce.embedded.groq.Json;
import io.synthforce.embedded.groq.Spent;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** A good answer that does not arrive as it should. The provider worked for it, so it is billed. */
public enum OddTransport implements Misbehaviour {
    GZIPPED((response, body) -> response.setHeader("content-encoding", "gzip").body(gzipped(body))),
    WRONG_CONTENT_TYPE(
            (response, body) -> response.setHeader("content-type", "text/plain").body(body)),
    AN_EVENT_STREAM((response, body) ->
            response.setHeader("content-type", "text/event-stream").body("data: " + body + "\r\n\r\ndata: [DONE]\n\n")),
    SLOW_TRICKLE((response, body) -> response.body(body).throttleBody(1, 100, TimeUnit.MILLISECONDS)),
    STALL_BEFORE_HEADERS((response, body) -> response.body(body).onResponseStart(SocketEffect.Stall.INSTANCE)),
    STALL_IN_THE_BODY((response, body) -> response.body(body).onResponseBody(SocketEffect.Stall.INSTANCE)),
    RESET_BEFORE_HEADERS((response, body) -> response.body(body).onResponseStart(new SocketEffect.CloseSocket())),
    RESET_IN_THE_BODY((response, body) -> response.body(body).onResponseBody(new SocketEffect.CloseSocket())),
    SHORTER_THAN_SAID((response, body) -> response.body(body)
            .setHeader("content-length", body.length() + 100)
            .onResponseEnd(new SocketEffect.CloseSocket())),
    FINISHED_TOO_LATE((response, body) -> response.body(body).headersDelay(30, TimeUnit.SECONDS));

    private final BiFunction<MockResponse.Builder, String, MockResponse.Builder> sent;

    OddTransport(BiFunction<MockResponse.Builder, String, MockResponse.Builder> sent) {
        this.sent = sent;
    }

    @Override
    public Emission emit(Asked asked) {
        var completion = Completion.of(asked.request(), asked.good(), "stop");
        var response = sent.apply(new MockResponse.Builder(), Json.write(completion.body()));
        return new Emission(200, response, Spent.on(asked.request(), asked.good()));
    }

    private static Buffer gzipped(String body) {
        var buffer = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(buffer))) {
            gzip.writeUtf8(body);
        } catch (java.io.IOException never) {
            throw new java.io.UncheckedIOException(never);
        }
        return buffer;
    }
}
