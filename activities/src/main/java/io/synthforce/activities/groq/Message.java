package io.synthforce.activities.groq;

/** One message of a conversation as the model sees it. */
public record Message(String role, String content) {

    public static Message system(String content) {
        return new Message("system", content);
    }

    public static Message user(String content) {
        return new Message("user", content);
    }
}
