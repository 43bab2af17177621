package io.synthforce.embedded.model;

import java.util.List;
import java.util.regex.Pattern;

/** A question with its two ends: a positive stance is for the option, a negative one for the alternative. */
record Issue(String id, String question, String option, String alternative) {

    private static final String OPTIONS = "Options:";

    static Issue of(Item item) {
        var at = item.text().lastIndexOf(OPTIONS);
        if (at < 0) {
            return new Issue(item.id(), Excerpt.shortened(item.text()), "go ahead", "hold back");
        }
        var options = List.of(item.text().substring(at + OPTIONS.length()).split("\\|"));
        return new Issue(
                item.id(),
                Excerpt.shortened(item.text().substring(0, at)),
                Excerpt.shortened(options.getFirst()),
                options.size() == 1 ? "hold back" : Excerpt.shortened(options.getLast()));
    }

    static Issue unexplained(String id) {
        return new Issue(id, Item.spoken(id), "go ahead", "hold back");
    }

    String lean(int stance) {
        return stance < 0 ? alternative : option;
    }

    String other(int stance) {
        return stance < 0 ? option : alternative;
    }

    /**
     * Which end a text speaks for: 1, −1, or 0 for neither. A stance written beside it counts
     * before its words; in them the end named first, and not in the question repeated.
     */
    int leanOf(String text) {
        var stance = Pattern.compile("\"issue\" ?: ?\"" + Pattern.quote(id) + "\" ?, ?\"stance\" ?: ?(-?\\d)")
                .matcher(text);
        if (stance.find()) {
            return Integer.signum(Integer.parseInt(stance.group(1)));
        }
        return named(text);
    }

    private int named(String text) {
        var own = text.replace(question, "");
        var quoted = first(own, "“" + option + "”", "“" + alternative + "”");
        return quoted != 0 ? quoted : first(own, option, alternative);
    }

    private static int first(String text, String option, String alternative) {
        var forOption = text.indexOf(option);
        var forAlternative = text.indexOf(alternative);
        return forOption < 0 || forAlternative < 0
                ? Integer.compare(forOption, forAlternative)
                : Integer.compare(forAlternative, forOption);
    }
}
