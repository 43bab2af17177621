package io.synthforce.api.request;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * How long a caller wants to be kept waiting (RFC 7240): to the end by default, a while with {@code wait=N}, not at all
 * with {@code respond-async}. What is not understood is not applied, as the RFC has it.
 *
 * @param atMost null for to the end
 * @param applied what the answer says was applied, null when nothing was
 */
public record Preference(
        @Nullable Duration atMost, @Nullable String applied) {

    public static final String HEADER = "Prefer";
    private static final String APPLIED = "Preference-Applied";

    private static final Preference NONE = new Preference(null, null);
    private static final String ASYNC = "respond-async";
    private static final String WAIT = "wait";

    public static Preference of(@Nullable String header) {
        Map<String, String> preferences = parse(header == null ? "" : header);
        String seconds = preferences.getOrDefault(WAIT, "");
        boolean async = preferences.containsKey(ASYNC);
        if (seconds.matches("\\d{1,6}")) {
            String applied = (async ? ASYNC + ", " : "") + WAIT + "=" + seconds;
            return new Preference(Duration.ofSeconds(Long.parseLong(seconds)), applied);
        }
        return async ? new Preference(Duration.ZERO, ASYNC) : NONE;
    }

    /** How long to wait for it, where nobody is kept longer than {@code longest}. */
    public Duration within(Duration longest) {
        return atMost == null || atMost.compareTo(longest) > 0 ? longest : atMost;
    }

    /** What is finished. */
    public <T> ResponseEntity<T> done(T answer) {
        return ResponseEntity.ok().headers(headers()).body(answer);
    }

    /**
     * What goes on, for a caller who would rather come back.
     *
     * @param where the path under which the result will be
     * @throws StillPending to one who would rather have waited, but was kept as {@code longest} as anyone is
     */
    public <T> ResponseEntity<T> begun(T answer, String where, RequestKey key, Duration longest) {
        if (atMost == null) {
            throw new StillPending(key, longest, where);
        }
        return ResponseEntity.accepted()
                .headers(headers())
                .location(URI.create(where))
                .body(answer);
    }

    private HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (applied != null) {
            headers.set(APPLIED, applied);
        }
        return headers;
    }

    /** Names without their parameters, the first of a name counts. */
    private static Map<String, String> parse(String header) {
        Map<String, String> preferences = new LinkedHashMap<>();
        Arrays.stream(header.split(","))
                .map(preference -> preference.split(";")[0].split("=", 2))
                .forEach(pair -> preferences.putIfAbsent(
                        pair[0].strip().toLowerCase(Locale.ROOT),
                        pair.length == 1 ? "" : pair[1].strip().replace("\"", "")));
        return preferences;
    }
}
