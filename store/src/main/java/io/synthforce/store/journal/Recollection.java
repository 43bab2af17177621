package io.synthforce.store.journal;

import static java.util.stream.Collectors.toMap;

import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.memory.NewMemory;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What agents keep of a turn: each its own position, if it gave one. Silence and failures are not remembered. */
final class Recollection {

    private static final int SUMMARY_LENGTH = 500;
    private static final int ACTIONS = 5;
    private static final double DEFAULT_IMPORTANCE = 0.6;

    private final ModelCalls calls;

    Recollection(ModelCalls calls) {
        this.calls = calls;
    }

    /** @param head journal position before the first of the events */
    List<NewMemory> of(UUID simulation, int turn, long head, List<SimulationEvent> events) {
        Map<CallKey, RecordedCall> recorded =
                calls.ofTurn(simulation, turn).stream().collect(toMap(RecordedCall::key, call -> call));
        List<NewMemory> memories = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof PositionTaken position
                    && position.answer().given()) {
                CallKey key = new CallKey(simulation, turn, position.seat(), Phase.POSITION, 0);
                RecordedCall call = recorded.get(key);
                if (call == null || call.reply() == null) {
                    throw new IllegalStateException("No reply is recorded for " + key);
                }
                memories.add(memory(
                        turn, head + i + 1, position, call.role(), Json.mapper().readTree(call.reply())));
            }
        }
        return memories;
    }

    private static NewMemory memory(int turn, long seq, PositionTaken position, String role, JsonNode reply) {
        NewMemory.Content content =
                new NewMemory.Content(turn, summary(reply.path("text").asString("")), actions(position, reply));
        double importance = reply.path("importance").asDouble(DEFAULT_IMPORTANCE);
        return new NewMemory(
                seq, position.seat(), role, "turn_" + turn + "_response", content, Math.clamp(importance, 0.0, 1.0));
    }

    private static String summary(String text) {
        return text.codePointCount(0, text.length()) <= SUMMARY_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LENGTH));
    }

    private static List<String> actions(PositionTaken position, JsonNode reply) {
        Stream<String> proposals =
                reply.path("proposals").valueStream().filter(JsonNode::isString).map(JsonNode::stringValue);
        return Stream.concat(position.actions().stream(), proposals)
                .limit(ACTIONS)
                .toList();
    }
}
