package io.synthforce.activities.call;

import io.synthforce.activities.groq.ApiKey;
import io.synthforce.activities.groq.Breakers;
import io.synthforce.activities.groq.Dialect;
import io.synthforce.activities.groq.Dialects;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.ModelChoice.Purpose;
import io.synthforce.activities.question.Scene;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked, or until when none is. Another model than the configured one is asked only
 * where that was configured and never inside a what-if, whose branches must differ by their change alone.
 */
record Routes(ModelChoice choice, Keys keys, Breakers breakers, Dialects dialects) {

    static final String RATE_LIMITED = "rate_limited";
    static final String UNAVAILABLE = "model_unavailable";

    /** A person has to do something about the keys, so nothing is lost by looking seldom. */
    private static final Duration LOOK_FOR_KEYS = Duration.ofMinutes(1);

    /** Where a call goes. */
    sealed interface Route {

        /** @param keys with which the model may be asked, each of another organisation; null where none is needed */
        record Open(String model, Dialect dialect, List<@Nullable ApiKey> keys) implements Route {}

        /** @param place in the queue for the model, null where nobody queues */
        record Held(
                String model,
                String reason,
                Instant until,
                @Nullable Integer place) implements Route {}

        record Closed(String reason) implements Route {}
    }

    Route choose(Scene scene) {
        var held = new ArrayList<Route.Held>();
        var gone = 0;
        var candidates = candidates(scene);
        var inTurn = keys.inTurn();
        if (inTurn.isEmpty()) {
            return mayDegrade(scene)
                    ? new Route.Closed(keys.whyNone())
                    : new Route.Held(
                            candidates.getFirst(), UNAVAILABLE, Instant.now().plus(LOOK_FOR_KEYS), null);
        }
        for (var model : candidates) {
            var allowed = inTurn.stream()
                    .filter(key -> breakers.pausing(permission(model, key)).isEmpty())
                    .toList();
            var breaker = breakers.pausing(model);
            if (breaker.isEmpty() && !allowed.isEmpty()) {
                return new Route.Open(model, dialects.of(model), allowed);
            }
            var pause = breaker.or(() -> breakers.pausing(permission(model, inTurn.getFirst())))
                    .orElseGet(() -> new Breakers.Held(Instant.now(), true));
            held.add(new Route.Held(model, UNAVAILABLE, pause.until(), null));
            gone += pause.gone() ? 1 : 0;
        }
        return gone == candidates.size() && mayDegrade(scene)
                ? new Route.Closed("the model is not offered any more: " + String.join(", ", candidates))
                : held.stream().min((a, b) -> a.until().compareTo(b.until())).orElseThrow();
    }

    /** Asks leave once more, now that there is a key: of several that tried a model after its pause, only one may. */
    boolean held(String model, @Nullable ApiKey key) {
        return breakers.held(model).isPresent()
                || breakers.held(permission(model, key)).isPresent();
    }

    void answered(String model, @Nullable ApiKey key) {
        breakers.succeeded(model);
        breakers.succeeded(permission(model, key));
    }

    /** The organisation of the key may not use the model. That may change, so it is tried again now and then. */
    void forbidden(String model, @Nullable ApiKey key) {
        breakers.gone(permission(model, key));
    }

    private String permission(String model, @Nullable ApiKey key) {
        return model + " for organisation " + keys.organisation(key);
    }

    /** The model that was chosen for the call, whoever answers it in the end. */
    String model(Scene scene) {
        var key = scene.call().key();
        var purpose = switch (key.phase()) {
            case POSITION, REPLY, INTERVIEW, BASELINE -> Purpose.AGENT;
            case DISAGREEMENTS, MINUTES -> Purpose.COORDINATOR;
            case ANALYSIS, JUDGE, ENTAILMENT -> Purpose.JUDGE;
            case BRIEF -> Purpose.WRITER;
        };
        if (key.seat().equals(CallKey.COORDINATOR)) {
            return choice.model(purpose, key.seat());
        }
        var seat = scene.seat(key.seat());
        return seat.model() == null ? choice.model(purpose, seat.role()) : seat.model();
    }

    private List<String> candidates(Scene scene) {
        var models = new ArrayList<>(List.of(model(scene)));
        if (mayDegrade(scene)) {
            choice.fallbacks().stream().filter(model -> !models.contains(model)).forEach(models::add);
        }
        return models;
    }

    /** Whether less than what was asked for may be given, visibly; a what-if waits instead. */
    private static boolean mayDegrade(Scene scene) {
        CallClass why = scene.call().callClass();
        return why == CallClass.NEXT || why == CallClass.PLAY;
    }
}
