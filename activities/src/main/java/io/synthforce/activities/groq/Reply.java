package io.synthforce.activities.groq;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an answer's text was worth. */
public sealed interface Reply {

    /** A document that fits the schema, and how it was found. */
    record Parsed(JsonNode value, Step step) implements Reply {}

    /** Nothing usable; the errors are worded for the model, so that a second try can be told what to mend. */
    record Unusable(List<String> errors) implements Reply {

        public Unusable {
            errors = List.copyOf(errors);
        }
    }

    /** How far the reading had to go. */
    enum Step {
        /** The text was the document and nothing else. */
        STRICT,
        /** The document was taken out of fences, prose or leaked thinking. */
        EXTRACTED,
        /** Slips of syntax were mended: nothing was added, nothing completed. */
        REPAIRED
    }
}
