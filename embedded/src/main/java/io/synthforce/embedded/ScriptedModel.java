package io.synthforce.embedded;

import io.synthforce.embedded.model.ScriptedModelServer;
import java.io.IOException;
import java.util.Map;

/** The scripted model as a part: the product calls it by HTTP like any other and is told that no model was asked. */
final class ScriptedModel implements Running {

    static final int ANY_PORT = 0;

    private final ScriptedModelServer server;

    private ScriptedModel(ScriptedModelServer server) {
        this.server = server;
    }

    static ScriptedModel start(int port) {
        try {
            return new ScriptedModel(ScriptedModelServer.start(port));
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "The scripted model cannot listen on port %d (%s).".formatted(port, e.getMessage()),
                    "Start again, or set GROQ_API_KEY to ask a real model.",
                    e);
        }
    }

    @Override
    public String label() {
        return "scripted-model";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("GROQ_BASE_URL", server.baseUrl(), "SYNTHFORCE_MODEL_SCRIPTED", "true");
    }

    @Override
    public void stop() {
        server.close();
    }
}
