package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.Spent;
import java.util.function.UnaryOperator;

/** What a model wrote and Groq refused; the text comes along in {@code failed_generation}. It may well be billed. */
public enum OddGeneration implements Misbehaviour {
    FAILED_BUT_PARSEABLE("json_validate_failed", good -> good),
    FAILED_AND_FENCED("json_validate_failed", good -> "```json\n" + good + "\n```"),
    FAILED_AND_EMPTY("json_validate_failed", good -> ""),
    FAILED_AND_HUGE("json_validate_failed", good -> "Well, ".repeat(20_000)),
    FAILED_FOR_THE_SCHEMA("json_validate_failed", good -> "{\"mood\":\"good\"}"),
    OUT_OF_TOKENS("json_validate_failed", good -> "max completion tokens reached before generating a valid document"),
    TOOL_NOT_OFFERED("tool_use_failed", good -> "{\"name\":\"search\",\"arguments\":{}}"),
    TOOL_ARGUMENTS_BROKEN("tool_use_failed", good -> "<function=answer>{not json</function>");

    private final String code;
    private final UnaryOperator<String> written;

    OddGeneration(String code, UnaryOperator<String> written) {
        this.code = code;
        this.written = written;
    }

    @Override
    public Emission emit(Asked asked) {
        var error = new GroqError(
                400,
                "invalid_request_error",
                "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
                code,
                written.apply(asked.good()));
        var billed = new Spent(
                asked.request().promptTokens(), 0, Math.min(asked.request().budget(), 400), 0);
        return new Emission(400, OddRefusal.body(error), billed);
    }
}
