package io.synthforce.activities.groq;

/** How strictly a model is held to the shape of its answer. */
public enum Form {
    /** The schema is enforced while the model writes. */
    STRICT,
    /** Valid JSON is enforced; the schema is told in the prompt. */
    JSON,
    /** Nothing is enforced; the prompt asks for it. */
    PROMPT
}
