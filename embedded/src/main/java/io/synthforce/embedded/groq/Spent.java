package io.synthforce.embedded.groq;

/** The tokens of one call as they are counted: cached ones are part of the prompt's, reasoning of the completion's. */
public record Spent(int prompt, int cached, int completion, int reasoning) {

    public static final Spent NOTHING = new Spent(0, 0, 0, 0);

    /** Of a call that wrote the text and thought nothing. */
    public static Spent on(ChatRequest request, String content) {
        return new Spent(request.promptTokens(), 0, Completion.tokens(content), 0);
    }

    public int total() {
        return prompt + completion;
    }
}
