package io.synthforce.store.experiment;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.json.Json;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What models said, out of recorded replies. */
final class Texts {

    private Texts() {}

    static JsonNode reply(RecordedCall call) {
        return Json.mapper().readTree(call.reply() == null ? "{}" : call.reply());
    }

    static Stream<String> list(RecordedCall call, String member) {
        return reply(call).path(member).valueStream().filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
