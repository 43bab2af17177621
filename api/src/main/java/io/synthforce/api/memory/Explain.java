package io.synthforce.api.memory;

import io.synthforce.api.problem.InvalidRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which recall is to be explained, written {@code turn,role}.
 *
 * @param seat a seat, or a role for its first seat
 */
record Explain(int turn, String seat) {

    static final String FIELD = "query.explain";

    private static final Pattern FORM = Pattern.compile(" *(\\d{1,4}) *, *([^,\\x00]{1,255}?) *");

    static Explain read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidRequest(
                    FIELD, "value_error", "Input should be a turn and a role with a comma between them, as in 12,ceo");
        }
        return new Explain(Integer.parseInt(form.group(1)), form.group(2));
    }
}
