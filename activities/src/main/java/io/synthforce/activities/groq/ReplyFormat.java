package io.synthforce.activities.groq;

import tools.jackson.databind.JsonNode;

/**
 * The shape an answer must have, enforced while the model writes it.
 *
 * @param schema a strict schema: every object closed, every property required, no ranges or lengths
 */
public record ReplyFormat(String name, JsonNode schema) {

    public ReplyFormat {
        if (!name.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("a reply format is named by 1 to 64 letters, digits, - or _: " + name);
        }
    }
}
