package io.synthforce.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a request.
 *
 * @param field where, dotted, its source first: {@code body.config.agents.0}, {@code query.limit}
 * @param type the rule that was broken, for programs
 * @param path where in a scenario document, as a JSON pointer; only there
 * @param line where in the text of a scenario document, from 1; only there
 * @param column where in that line, from 1
 */
public record InvalidField(
        @Schema(example = "body.config.max_turns") String field,

        @Schema(example = "Input should be less than or equal to 500")
        String message,

        @Schema(example = "less_than_equal") String type,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "/world/actions/0/cost") @Nullable
        String path,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "42") @Nullable
        Integer line,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "9") @Nullable
        Integer column) {

    public InvalidField(String field, String message, String type) {
        this(field, message, type, null, null, null);
    }

    String sentence() {
        return field + ": " + message;
    }
}
