package io.synthforce.embedded.model;

import java.util.regex.Pattern;

/** Sentences put together up to a length in words. */
final class Speech {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Scene scene;
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private int words;

    Speech(Scene scene, int longest) {
        this.scene = scene;
        this.longest = longest;
    }

    /** Adds a sentence of the section if there is one and it still fits. */
    Speech say(String section) {
        var sentence = scene.say(section);
        var length = sentence.isEmpty() ? 0 : SPACE.split(sentence).length;
        if (length > 0 && words + length <= longest) {
            words += length;
            text.append(text.isEmpty() ? "" : " ").append(sentence);
        }
        return this;
    }

    Speech sayUntil(int words, String section) {
        for (var tries = 0; this.words < words && tries < 6; tries++) {
            say(section);
        }
        return this;
    }

    int words() {
        return words;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
