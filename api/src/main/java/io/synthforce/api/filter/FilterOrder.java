package io.synthforce.api.filter;

/**
 * The order in which the filters see a request, the outermost first. Whatever refuses a request stands within what marks
 * and counts its answer; whatever costs something stands behind what refuses.
 */
public final class FilterOrder {

    /** Request id, security headers, time: on every answer, also on refusals and preflights. */
    public static final int HEADERS = -2000;

    /** Counts all that is answered. */
    public static final int METRICS = HEADERS + 1;

    /** Answers preflights itself, which carry no token; a refusal behind it can be read by its page. */
    public static final int CORS = HEADERS + 2;

    /** Whose name the request was sent to. */
    public static final int HOST = HEADERS + 3;

    /** How often who sends it asks; wrong tokens count, too. */
    public static final int LIMIT = HEADERS + 4;

    /** Whether he shows the token. */
    public static final int TOKEN = HEADERS + 5;

    /** How much is read of it. */
    public static final int BODY = HEADERS + 6;

    private FilterOrder() {}
}
