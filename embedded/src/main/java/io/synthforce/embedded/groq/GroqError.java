package io.synthforce.embedded.groq;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An error as Groq words it. */
public record GroqError(
        int status,
        String type,
        String message,
        @Nullable String code,
        @Nullable String failedGeneration) {

    private static final String INVALID = "invalid_request_error";

    public static GroqError badRequest(String message) {
        return invalid(400, message, null);
    }

    public static GroqError invalid(int status, String message, @Nullable String code) {
        return new GroqError(status, INVALID, message, code, null);
    }

    public static GroqError outOfTokens() {
        return failedGeneration("max completion tokens reached before generating a valid document");
    }

    /** What the model wrote is no JSON, or none of the schema. */
    public static GroqError failedGeneration(String written) {
        return new GroqError(
                400,
                INVALID,
                "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
                "json_validate_failed",
                written);
    }

    public static GroqError unknownUrl(String method, String path) {
        return invalid(404, "Unknown request URL: " + method + " " + path, "unknown_url");
    }

    public ObjectNode body() {
        var body = Json.object();
        var error = body.putObject("error").put("message", message).put("type", type);
        if (code != null) {
            error.put("code", code);
        }
        if (failedGeneration != null) {
            error.put("failed_generation", failedGeneration);
        }
        return body;
    }
}
