package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqOutcome;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Usage;
import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.AttemptResult.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is booked of an attempt. */
final class Attempts {

    private Attempts() {}

    static AttemptResult answered(Answered answer, State state, @Nullable String detail) {
        return new AttemptResult(
                state,
                200,
                answer.finishReason(),
                detail,
                null,
                answer.raw(),
                answer.servedModel(),
                answer.scripted(),
                tokens(answer.usage()),
                answer.systemFingerprint(),
                answer.requestId(),
                millis(answer));
    }

    static AttemptResult refused(Refused refused, Duration wait, Instant now) {
        return new AttemptResult(
                refused.kind() == io.synthforce.activities.groq.Refusal.GENERATION_FAILED
                        ? State.UNUSABLE
                        : State.REFUSED,
                refused.status(),
                refused.code() == null ? refused.kind().name().toLowerCase(Locale.ROOT) : refused.code(),
                refused.message(),
                refused.kind().passing() ? now.plus(wait) : null,
                refused.raw(),
                null,
                null,
                null,
                null,
                refused.requestId(),
                millis(refused));
    }

    static AttemptResult broken(Broken broken, @Nullable Duration wait, Instant now) {
        return new AttemptResult(
                State.BROKEN,
                null,
                broken.kind().name().toLowerCase(Locale.ROOT),
                broken.message(),
                wait == null ? null : now.plus(wait),
                broken.raw(),
                null,
                null,
                null,
                null,
                null,
                millis(broken));
    }

    private static @Nullable Tokens tokens(@Nullable Usage usage) {
        return usage == null
                ? null
                : new Tokens(
                        usage.promptTokens(), usage.cachedTokens(), usage.completionTokens(), usage.reasoningTokens());
    }

    private static int millis(GroqOutcome outcome) {
        return Math.toIntExact(outcome.latency().toMillis());
    }
}
