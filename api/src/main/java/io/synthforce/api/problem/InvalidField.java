package io.synthforce.api.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing that is wrong in a request.
 *
 * @param field where, dotted, its source first: {@code body.config.agents.0}, {@code query.limit}
 * @param type the rule that was broken, for programs
 */
public record InvalidField(
        @Schema(example = "body.config.max_turns") String field,

        @Schema(example = "Input should be less than or equal to 500")
        String message,

        @Schema(example = "less_than_equal") String type) {

    String sentence() {
        return field + ": " + message;
    }
}
