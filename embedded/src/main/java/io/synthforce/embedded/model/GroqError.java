package io.synthforce.embedded.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An error as Groq words it. */
record GroqError(
        int status,
        String message,
        @Nullable String code,
        @Nullable String failedGeneration) {

    static GroqError badRequest(String message) {
        return new GroqError(400, message, null, null);
    }

    static GroqError outOfTokens() {
        return new GroqError(
                400,
                "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
                "json_validate_failed",
                "max completion tokens reached before generating a valid document");
    }

    static GroqError unknownUrl(String method, String path) {
        return new GroqError(404, "Unknown request URL: " + method + " " + path, "unknown_url", null);
    }

    ObjectNode body() {
        var body = Json.object();
        var error = body.putObject("error").put("message", message).put("type", "invalid_request_error");
        if (code != null) {
            error.put("code", code);
        }
        if (failedGeneration != null) {
            error.put("failed_generation", failedGeneration);
        }
        return body;
    }
}
