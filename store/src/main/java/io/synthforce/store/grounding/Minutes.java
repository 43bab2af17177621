package io.synthforce.store.grounding;

import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was taken down of turns, as those are told it who come after: prompts and their explanations read the same. */
public record Minutes(Turns turns, ModelCalls calls) {

    /** With a mark for every number that rests on nothing; null when there are none. */
    public @Nullable String heard(UUID simulation, int turn, Claims claims) {
        return turns.findPlayed(simulation, turn)
                .map(TurnRow::simulation)
                .flatMap(player -> calls.recorded(new CallKey(player, turn, CallKey.COORDINATOR, Phase.MINUTES, 0)))
                .map(RecordedCall::reply)
                .map(reply -> Json.mapper().readTree(reply).path("text").asString(""))
                .map(minutes -> claims.verified(minutes, Moment.afterDecisions(turn)))
                .orElse(null);
    }
}
