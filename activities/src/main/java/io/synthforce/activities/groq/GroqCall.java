package io.synthforce.activities.groq;

import io.synthforce.activities.groq.GroqOutcome.Break;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One attempt: executed once, cancelled from any thread, bounded in time and size. */
public final class GroqCall {

    private static final long ANSWER_LIMIT = 2 << 20;
    /** An error may carry what the model wrote, up to the end of its budget. */
    private static final long ERROR_LIMIT = 512 << 10;

    private static final long PART_KEPT = 64 << 10;
    private static final long CHUNK = 16 << 10;

    private final Call call;
    private final Duration deadline;
    private final @Nullable String secret;
    private volatile boolean cancelled;

    GroqCall(Call call, Duration deadline, @Nullable String secret) {
        this.call = call;
        this.deadline = deadline;
        this.secret = secret;
    }

    /** Sends the request and reads the answer to its end; blocks, best on a virtual thread. */
    public GroqOutcome execute() {
        var start = System.nanoTime();
        var received = new Buffer();
        if (!deadline.isPositive()) {
            return broken(Break.TIMEOUT, "no time was left for the call: nothing was sent", received, start);
        }
        call.timeout().timeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
        try (var response = call.execute()) {
            var limit = response.isSuccessful() ? ANSWER_LIMIT : ERROR_LIMIT;
            if (!readAll(response, received, limit)) {
                // Closing would politely read on; the rest is not wanted.
                call.cancel();
                if (response.isSuccessful()) {
                    return broken(Break.MALFORMED, "the answer is larger than " + limit + " bytes", received, start);
                }
            }
            return new Exchange(response.code(), response::header, text(received), since(start)).outcome();
        } catch (IOException failure) {
            return broken(kindOf(failure), failure.toString(), received, start);
        }
    }

    /** Ends the call at once by closing its connection or stream; harmless when it is over or not yet begun. */
    public void cancel() {
        cancelled = true;
        call.cancel();
    }

    private static boolean readAll(Response response, Buffer received, long limit) throws IOException {
        var source = response.body().source();
        while (received.size() <= limit) {
            if (source.read(received, CHUNK) == -1) {
                return true;
            }
        }
        return false;
    }

    private Break kindOf(IOException failure) {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            return Break.CANCELLED;
        }
        return failure instanceof InterruptedIOException ? Break.TIMEOUT : Break.CONNECTION;
    }

    private Broken broken(Break kind, String message, Buffer received, long start) {
        var part = new Buffer();
        part.write(received, Math.min(received.size(), PART_KEPT));
        return new Broken(kind, message, text(part), since(start));
    }

    /** Some proxies echo headers in their error pages: the key must not travel on from there. */
    private String text(Buffer received) {
        var text = received.readUtf8();
        return secret == null ? text : text.replace(secret, "[key]");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
