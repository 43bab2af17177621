package io.synthforce.activities.question;

/**
 * What models wrote, as far as prompts repeat it. They are asked for less than this; what is longer is cut in its middle,
 * visibly, so that it is known before a turn how long its prompts can become.
 */
final class Quoted {

    private static final String CUT = " […shortened…] ";

    private Quoted() {}

    static String upTo(int characters, String text) {
        if (text.length() <= characters) {
            return text;
        }
        int half = (characters - CUT.length()) / 2;
        return text.substring(0, whole(text, half)) + CUT + text.substring(whole(text, text.length() - half));
    }

    /** Never between the halves of one character. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
