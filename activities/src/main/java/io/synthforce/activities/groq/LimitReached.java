package io.synthforce.activities.groq;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limit a refusal names. Requests a minute and tokens a day are named nowhere else: no header tells of them.
 *
 * @param most what the limit allows; a plan's limits are learned from here
 * @param used of it before this request, null when the text does not say
 * @param requested what this request would have taken
 * @param organisation whose limit it is, null when the text does not say
 */
public record LimitReached(
        Scope scope,
        long most,
        @Nullable Long used,
        long requested,
        @Nullable String organisation) {

    private static final Pattern WORDS =
            Pattern.compile("on (?<what>requests|tokens) per (?<per>minute|day)[^:]{0,40}: Limit (?<most>\\d{1,15})"
                    + "(?:, Used (?<used>\\d{1,15}))?, Requested (?<requested>\\d{1,15})");
    private static final Pattern ORGANISATION = Pattern.compile("organization `?(org_\\w{1,64})");

    /** What is counted, over which time. */
    public enum Scope {
        REQUESTS_PER_MINUTE,
        REQUESTS_PER_DAY,
        TOKENS_PER_MINUTE,
        TOKENS_PER_DAY;

        /** Whether reaching it means minutes to hours rather than seconds. */
        public boolean daily() {
            return this == REQUESTS_PER_DAY || this == TOKENS_PER_DAY;
        }

        boolean ofTokens() {
            return this == TOKENS_PER_MINUTE || this == TOKENS_PER_DAY;
        }
    }

    /** @return null when the text names none */
    public static @Nullable LimitReached in(String message) {
        var words = WORDS.matcher(message);
        if (!words.find()) {
            return null;
        }
        var scope = Scope.valueOf(
                "%s_PER_%s".formatted(words.group("what"), words.group("per")).toUpperCase(Locale.ROOT));
        var organisation = ORGANISATION.matcher(message);
        return new LimitReached(
                scope,
                Long.parseLong(words.group("most")),
                words.group("used") == null ? null : Long.valueOf(words.group("used")),
                Long.parseLong(words.group("requested")),
                organisation.find() ? organisation.group(1) : null);
    }
}
