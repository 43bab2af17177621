package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Completion;
import io.synthforce.embedded.groq.RateLimitHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What marks an answer as scripted, in its headers and in its body. */
final class Label {

    static final String NOTICE = "SCRIPTED: no model was asked";
    static final String MARKER = "X-Synthforce-Scripted";

    private static final int DAILY_REQUESTS = 500_000;
    private static final int TOKENS_A_MINUTE = 250_000;

    private Label() {}

    static ObjectNode labelled(ObjectNode body) {
        body.putObject("x_synthforce").put("notice", NOTICE);
        return body;
    }

    /** The limits as if the buckets had been full: enough to read, not to learn from. */
    static Map<String, String> headers(Completion completion) {
        var request = completion.request();
        var reserved =
                Math.min(TOKENS_A_MINUTE, request.promptTokens() + (long) Math.min(request.budget(), TOKENS_A_MINUTE));
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-request-id", completion.requestId());
        headers.putAll(
                RateLimitHeaders.of(DAILY_REQUESTS, DAILY_REQUESTS - 1, TOKENS_A_MINUTE, TOKENS_A_MINUTE - reserved)
                        .asMap());
        return headers;
    }
}
