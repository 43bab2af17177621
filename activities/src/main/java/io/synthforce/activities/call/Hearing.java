package io.synthforce.activities.call;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a recorded reply is heard by others: its prose without the numbers that rest on nothing. Its hash stays. */
final class Hearing {

    private Hearing() {}

    static RecordedCall of(RecordedCall call, Claims claims) {
        if (call.reply() == null) {
            return call;
        }
        JsonNode reply = Json.mapper().readTree(call.reply());
        Moment moment = Moment.inDiscussion(call.key().turn());
        verify(reply, "text", claims, moment);
        reply.path("disagreements").forEach(named -> verify(named, "question", claims, moment));
        return new RecordedCall(
                call.key(),
                call.role(),
                call.inputHash(),
                reply.toString(),
                call.contentHash(),
                call.reason(),
                call.parseStep(),
                call.attempt(),
                call.model(),
                call.scripted(),
                call.recordedAt());
    }

    private static void verify(JsonNode said, String member, Claims claims, Moment moment) {
        if (said instanceof ObjectNode object && object.path(member).isString()) {
            object.put(member, claims.verified(object.path(member).stringValue(), moment));
        }
    }
}
