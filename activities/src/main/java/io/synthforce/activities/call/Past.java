package io.synthforce.activities.call;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.activities.groq.Action;
import io.synthforce.activities.groq.LimitReached;
import io.synthforce.activities.groq.Refusal;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.PastAttempt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was tried of a call so far. How it is asked next follows from that alone, so a wait between two requests, or the
 * death of the process, changes nothing of it.
 */
record Past(List<PastAttempt> attempts) {

    /** The cause of an answer that could not be used because its tokens ran out. */
    static final String OUT_OF_TOKENS = "out_of_tokens";

    /** Rows of calls that wait for their time are no attempts. */
    Past {
        attempts = attempts.stream()
                .filter(attempt -> attempt.state() != State.REFUSED || attempt.httpStatus() != null)
                .toList();
    }

    /** @return empty when there is no other way to ask, for the {@link #reason} */
    Optional<Ask> next(Ask first) {
        var ask = first;
        for (var attempt : attempts) {
            // One that another process made beside it was not asked in this way.
            if (attempt.resample() != ask.resample() || attempt.shrunk() != ask.shrunk()) {
                continue;
            }
            var next = after(ask, attempt);
            if (next == null) {
                return Optional.empty();
            }
            ask = next;
        }
        return Optional.of(ask.throttled(throttles()));
    }

    private static @Nullable Ask after(Ask ask, PastAttempt attempt) {
        var said = requireNonNullElse(attempt.detail(), "");
        return switch (attempt.state()) {
            case UNUSABLE -> ask.resampled(said, OUT_OF_TOKENS.equals(attempt.cause()));
            case REFUSED ->
                switch (action(attempt)) {
                    case SHRINK -> ask.shrunk(LimitReached.in(said));
                    case CHANGE_TIER -> ask.onDemand();
                    case null, default -> ask;
                };
            case OPEN, RECORDED, LOST, BROKEN, UNKNOWN -> ask;
        };
    }

    /** Why it cannot be asked once more, as far as that is the last attempt's doing. */
    String reason() {
        var last = attempts.getLast();
        return last.state() == State.UNUSABLE
                ? "the answer was unusable twice: " + last.detail()
                : "the provider refused the call (%d %s)".formatted(last.httpStatus(), last.cause());
    }

    /** Whether what went wrong last was an answer that could not be used: that is asked for once more in any case. */
    boolean unusableLast() {
        return attempts.reversed().stream()
                .filter(Past::fault)
                .findFirst()
                .filter(attempt -> attempt.state() == State.UNUSABLE)
                .isPresent();
    }

    private static boolean fault(PastAttempt attempt) {
        return switch (attempt.state()) {
            case UNUSABLE, BROKEN, UNKNOWN -> true;
            case REFUSED -> action(attempt) == Action.RETRY;
            case OPEN, RECORDED, LOST -> false;
        };
    }

    private int throttles() {
        return (int) attempts.reversed().stream().takeWhile(Past::throttled).count();
    }

    private static boolean throttled(PastAttempt attempt) {
        var action = attempt.state() == State.REFUSED ? action(attempt) : null;
        return action == Action.WAIT || action == Action.CHANGE_TIER;
    }

    private static @Nullable Action action(PastAttempt attempt) {
        return Refusal.labelled(attempt.cause()).map(Refusal::action).orElse(null);
    }
}
