package io.synthforce.activities.groq;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wait an endpoint asks for: {@code retry-after-ms}, else {@code retry-after} in seconds or as a date, else the
 * "try again in 9m38.016s" of the message. The {@code x-ratelimit-reset-*} headers say when a bucket is full again, which
 * is far too long a wait, so they are not read here.
 */
final class Wait {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern AGAIN_IN = Pattern.compile("try again in "
            + "(?=\\d)(?:(?<h>\\d{1,6})h)?(?:(?<m>\\d{1,6})m(?!s))?(?:(?<s>\\d{1,9}(?:\\.\\d{1,9})?)s)?"
            + "(?:(?<ms>\\d{1,9}(?:\\.\\d{1,9})?)ms)?");

    private Wait() {}

    static @Nullable Duration asked(Function<String, @Nullable String> header, String message, Instant now) {
        var millis = decimal(header.apply("retry-after-ms"), "0.001");
        if (millis != null) {
            return millis;
        }
        var after = header.apply("retry-after");
        var seconds = decimal(after, "1");
        if (seconds != null) {
            return seconds;
        }
        var until = date(after, now);
        return until != null ? until : inText(message);
    }

    private static @Nullable Duration decimal(@Nullable String text, String unitInSeconds) {
        if (text == null || !DECIMAL.matcher(text.strip()).matches()) {
            return null;
        }
        return bounded(new BigDecimal(text.strip()).multiply(new BigDecimal(unitInSeconds)));
    }

    private static @Nullable Duration date(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        try {
            var then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(
                    BigDecimal.valueOf(Duration.between(now, then.toInstant()).toMillis(), 3));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static @Nullable Duration inText(String message) {
        var found = AGAIN_IN.matcher(message);
        if (!found.find() || found.end() == found.start() + "try again in ".length()) {
            return null;
        }
        return bounded(part(found.group("h"), "3600")
                .add(part(found.group("m"), "60"))
                .add(part(found.group("s"), "1"))
                .add(part(found.group("ms"), "0.001")));
    }

    private static BigDecimal part(@Nullable String digits, String unitInSeconds) {
        return digits == null ? BigDecimal.ZERO : new BigDecimal(digits).multiply(new BigDecimal(unitInSeconds));
    }

    private static Duration bounded(BigDecimal seconds) {
        var within = seconds.max(BigDecimal.ZERO).min(BigDecimal.valueOf(LONGEST.toSeconds()));
        return Duration.ofNanos(within.movePointRight(9).longValue());
    }
}
