package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /models} and {@code GET /models/{id}}: the models the product names by default, free of charge here. */
final class ModelsEndpoint {

    private static final List<String> MODELS = List.of("openai/gpt-oss-120b", "openai/gpt-oss-20b");

    void handle(Exchange exchange, String id) throws IOException {
        if (id.isEmpty()) {
            var list = Json.object().put("object", "list");
            MODELS.forEach(model -> list.withArray("data").add(model(model)));
            exchange.send(Answer.json(200, list));
        } else {
            exchange.send(Answer.json(200, model(id)));
        }
    }

    private static ObjectNode model(String id) {
        var model = Json.object()
                .put("id", id)
                .put("object", "model")
                .put("created", 1_754_407_957)
                .put("owned_by", "scripted")
                .put("active", true)
                .put("context_window", 131_072)
                .put("max_completion_tokens", 65_536);
        model.putArray("supported_features")
                .add("json_mode")
                .add("structured_outputs")
                .add("reasoning");
        model.putObject("pricing").put("prompt", "0").put("completion", "0");
        model.putObject("x_synthforce").put("notice", Label.NOTICE);
        return model;
    }
}
