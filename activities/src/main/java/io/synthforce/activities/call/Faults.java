package io.synthforce.activities.call;

import io.synthforce.activities.call.Routes.Route.Held;
import io.synthforce.activities.groq.Action;
import io.synthforce.activities.groq.GroqOutcome.Break;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.workflows.turn.AgentActivities;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a failed attempt means for the activity: wait and come back, or give up. Waiting for a limit never uses up the
 * attempts meant for faults; those are counted in the attempt rows, because an activity's attempts count both.
 */
final class Faults {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration SPREAD = Duration.ofMillis(500);

    private Faults() {}

    /**
     * What the provider asked for, else full-jitter exponential back-off.
     *
     * @param times in a row it was refused before
     */
    static Duration wait(Refused refused, int times) {
        Duration asked = refused.retryAfter();
        return asked == null ? backoff(times) : longer(asked, SHORTEST);
    }

    static Duration backoff(int times) {
        long cap = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(times, 10));
        return longer(Duration.ofMillis(ThreadLocalRandom.current().nextLong(cap + 1)), SHORTEST);
    }

    static ApplicationFailure passing(Refused refused, Duration wait) {
        Action action = refused.kind().action();
        boolean limit = action == Action.WAIT || action == Action.CHANGE_TIER;
        return retry("The provider answered " + refused.status(), refused.kind().label(), wait, limit);
    }

    /**
     * Comes back at the time of its ticket; without one a little after the time, as all who wait for the same would come at
     * once.
     */
    static ApplicationFailure held(Held held) {
        Duration left = Duration.between(Instant.now(), held.until());
        Duration jitter = held.place() != null
                ? Duration.ZERO
                : Duration.ofMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis()));
        return retry(
                "Nothing is asked of " + held.model() + " now",
                held.reason(),
                longer(left, SHORTEST).plus(jitter),
                true);
    }

    static ApplicationFailure broken(Break kind, Duration wait) {
        String type = kind.name().toLowerCase(Locale.ROOT);
        return retry("The provider gave no usable answer: " + type, type, wait, false);
    }

    static ApplicationFailure underWay() {
        return retry("The call is being made already", "under_way", FIRST, true);
    }

    /** The simulation was deleted: there is nothing left to answer for. */
    static ApplicationFailure gone() {
        return ApplicationFailure.newNonRetryableFailure("The simulation is gone", AgentActivities.GONE);
    }

    static ApplicationFailure defect(RuntimeException defect) {
        return ApplicationFailure.newNonRetryableFailureWithCause(
                String.valueOf(defect.getMessage()), "defect", defect);
    }

    static String reason(Refused refused) {
        return "the provider refused the call (%d %s)"
                .formatted(refused.status(), refused.kind().label());
    }

    private static ApplicationFailure retry(String message, String type, Duration wait, boolean benign) {
        return ApplicationFailure.newBuilder()
                .setMessage(message)
                .setType(type)
                .setNextRetryDelay(wait)
                .setCategory(benign ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED)
                .build();
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
