package io.synthforce.activities.groq;

/**
 * How a model at its endpoint takes requests.
 *
 * @param maxTokensToo whether the completion budget is also sent under its older name, the only one that Ollama and LM
 *     Studio know
 */
public record Dialect(Form form, boolean maxTokensToo) {

    public static final Dialect GROQ = new Dialect(Form.STRICT, false);
}
