package io.synthforce.activities.call;

import io.synthforce.activities.call.Routes.Route.Held;
import io.synthforce.activities.groq.GroqOutcome;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Usage;
import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.AttemptResult.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is booked of an attempt. */
final class Attempts {

    /** The cause of a failure that is the model's alone, because it was known to be out. */
    static final String OUTAGE = "outage";

    private Attempts() {}

    static AttemptResult answered(
            Answered answer, @Nullable BigDecimal cost, State state, @Nullable String cause, @Nullable String detail) {
        return new AttemptResult(
                state,
                200,
                answer.finishReason(),
                cause,
                detail,
                null,
                answer.raw(),
                answer.servedModel(),
                answer.scripted(),
                tokens(answer.usage()),
                cost,
                answer.systemFingerprint(),
                answer.requestId(),
                millis(answer));
    }

    /**
     * What is refused outright is not billed.
     *
     * @param cause what the failure counts as
     */
    static AttemptResult refused(Refused refused, String cause, @Nullable Duration wait, Instant now) {
        return new AttemptResult(
                State.REFUSED,
                refused.status(),
                code(refused),
                cause,
                refused.message(),
                wait == null ? null : now.plus(wait),
                refused.raw(),
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                refused.requestId(),
                millis(refused));
    }

    /** What was written and refused. How much of it is billed is not told: the reservation stands. */
    static AttemptResult salvaged(Refused refused, State state, String cause, String detail) {
        return new AttemptResult(
                state,
                refused.status(),
                code(refused),
                cause,
                detail,
                null,
                refused.raw(),
                null,
                null,
                null,
                null,
                null,
                refused.requestId(),
                millis(refused));
    }

    /** Nothing was sent. */
    static AttemptResult held(Held held) {
        return new AttemptResult(
                State.REFUSED,
                null,
                held.reason(),
                held.reason(),
                "nothing was sent",
                held.until(),
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null,
                0,
                held.place());
    }

    static AttemptResult broken(Broken broken, boolean out, @Nullable Duration wait, Instant now) {
        return new AttemptResult(
                State.BROKEN,
                null,
                broken.kind().name().toLowerCase(Locale.ROOT),
                out ? OUTAGE : broken.kind().name().toLowerCase(Locale.ROOT),
                broken.message(),
                wait == null ? null : now.plus(wait),
                broken.raw(),
                null,
                null,
                null,
                null,
                null,
                null,
                millis(broken));
    }

    private static String code(Refused refused) {
        return refused.code() == null ? refused.kind().label() : refused.code();
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
