package io.synthforce.activities.call;

import io.synthforce.activities.call.Provider.Sent;
import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.question.Question;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;

/** Recorded replies of a scene's call: looked up, stored, or given up for good. */
final class Replies {

    private final ModelCalls calls;
    private final Memories memories;

    Replies(ModelCalls calls, Memories memories) {
        this.calls = calls;
        this.memories = memories;
    }

    /** @return the reply that stands: this one, or the one that was stored first */
    RecordedCall record(
            Scene scene, Question<?> question, Sent sent, Written written, AttemptResult result, Parsed parsed) {
        String json = parsed.value().toString();
        RecordedCall reply = new RecordedCall(
                scene.call().key(),
                role(scene),
                question.inputHash(scene),
                json,
                ContentHash.ofText(json),
                null,
                written.step(parsed),
                sent.attempt(),
                written.model(),
                written.scripted(),
                null);
        RecordedCall stands = calls.record(sent.attempt(), result, reply).orElseThrow(Faults::gone);
        countRecall(scene);
        return stands;
    }

    RecordedCall giveUp(Scene scene, Question<?> question, String reason, String model) {
        RecordedCall degraded = new RecordedCall(
                scene.call().key(),
                role(scene),
                question.inputHash(scene),
                null,
                null,
                reason,
                null,
                null,
                model,
                false,
                null);
        return calls.giveUp(degraded).orElseThrow(Faults::gone);
    }

    /** Of a question beside a turn nobody keeps anything. */
    private void countRecall(Scene scene) {
        ModelCall call = scene.call();
        if (!call.key().phase().isOfATurn()) {
            return;
        }
        memories.recalled(
                call.key().simulation(),
                scene.recalled().shown().stream().map(Memory::id).toList());
    }

    private static String role(Scene scene) {
        String seat = scene.call().key().seat();
        return seat.equals(CallKey.COORDINATOR) ? seat : scene.seat(seat).role();
    }
}
