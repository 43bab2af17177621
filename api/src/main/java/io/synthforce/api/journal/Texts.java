package io.synthforce.api.journal;

import io.synthforce.api.journal.JournalEvent.Utterance;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The texts behind a page of journal entries, which hold references only; a turn's are read once. */
final class Texts {

    private final UUID simulation;
    private final World world;
    private final ModelCalls calls;
    private final Turns turns;
    private final Map<Integer, List<RecordedCall>> callsOfTurn = new HashMap<>();

    Texts(UUID simulation, World world, ModelCalls calls, Turns turns) {
        this.simulation = simulation;
        this.world = world;
        this.calls = calls;
        this.turns = turns;
    }

    Utterance utterance(int turn, Answer answer, String seat, Phase phase, int round) {
        return utterance(
                answer,
                call(turn, phase, round)
                        .filter(call -> call.key().seat().equals(seat))
                        .findFirst()
                        .orElse(null));
    }

    /** Of a phase in which one seat speaks, whichever that is. */
    Utterance utterance(int turn, Answer answer, Phase phase) {
        return utterance(answer, call(turn, phase, 0).findFirst().orElse(null));
    }

    String description(int turn, String event) {
        return world.event(event)
                .map(WorldEvent::description)
                .or(() -> turns.find(simulation, turn).map(TurnRow::inputs).flatMap(inputs -> inputs.textOf(event)))
                .orElse(event);
    }

    private Stream<RecordedCall> call(int turn, Phase phase, int round) {
        return callsOfTurn.computeIfAbsent(turn, number -> calls.ofTurn(simulation, number)).stream()
                .filter(call -> call.key().phase() == phase && call.key().round() == round);
    }

    private static Utterance utterance(Answer answer, @Nullable RecordedCall call) {
        if (call == null) {
            return new Utterance("degraded", "", answer.reason(), null, false);
        }
        return answer.given() && call.reply() != null
                ? new Utterance("ok", text(call.reply(), call.key()), null, call.model(), call.scripted())
                : new Utterance("degraded", "", answer.reason(), call.model(), call.scripted());
    }

    /** The coordinator's reading of disagreements is the questions it asks. */
    private static String text(String json, CallKey key) {
        JsonNode reply = Json.mapper().readTree(json);
        return key.phase() == Phase.DISAGREEMENTS
                ? reply.path("disagreements")
                        .valueStream()
                        .map(named -> named.path("question").asString(""))
                        .collect(Collectors.joining("\n"))
                : reply.path("text").asString("");
    }
}
