package io.synthforce.api.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** What can be wrong with a value, as the end of a sentence. */
final class Checks {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");

    private static final Pattern ORIGIN =
            Pattern.compile("[a-z][a-z0-9+.-]*://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:\\d{1,5})?");

    private static final Pattern HOST = Pattern.compile("\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+");

    private static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    private static final Pattern LIMITS = Pattern.compile(
            "none|\\s*(rpm|tpm|rpd|tpd)=[1-9]\\d{0,11}(\\s*,\\s*(rpm|tpm|rpd|tpd)=[1-9]\\d{0,11})*\\s*");

    private Checks() {}

    static Function<String, Optional<String>> limits() {
        return value -> fault(
                !LIMITS.matcher(value).matches(), "is \"%s\", which names no limits of a provider".formatted(value));
    }

    static Function<String, Optional<String>> integer(int min, int max) {
        return value -> {
            if (!value.matches("[+-]?\\d{1,18}")) {
                return Optional.of("is \"%s\", which is not a whole number".formatted(value));
            }
            long number = Long.parseLong(value);
            return fault(number < min || number > max, "is %d, which is not from %d to %d".formatted(number, min, max));
        };
    }

    static Function<String, Optional<String>> number(double min, double max) {
        return value -> {
            try {
                double number = Double.parseDouble(value);
                return fault(
                        !(number >= min && number <= max),
                        "is %s, which is not from %s to %s".formatted(value, min, max));
            } catch (NumberFormatException e) {
                return Optional.of("is \"%s\", which is not a number".formatted(value));
            }
        };
    }

    static Function<String, Optional<String>> file() {
        return value -> fault(
                !Files.isReadable(Path.of(value)) || Files.isDirectory(Path.of(value)),
                "is \"%s\", which is not a file that can be read".formatted(value));
    }

    /** For what is accepted whatever it says. */
    static Function<String, Optional<String>> anything() {
        return _ -> Optional.empty();
    }

    static Function<String, Optional<String>> oneOf(String... allowed) {
        return value -> fault(
                !List.of(allowed).contains(value.toUpperCase(Locale.ROOT)),
                "is \"%s\", which does not exist".formatted(value));
    }

    static Function<String, Optional<String>> exactly(String... allowed) {
        return value ->
                fault(!List.of(allowed).contains(value.strip()), "is \"%s\", which does not exist".formatted(value));
    }

    /** Separated by commas; none may be empty. */
    static Function<String, Optional<String>> names() {
        return value -> fault(
                Arrays.stream(value.split(",", -1)).anyMatch(String::isBlank),
                "is \"%s\", in which a name is missing".formatted(value));
    }

    static Function<String, Optional<String>> listOf(Set<String> allowed) {
        return value -> Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !allowed.contains(item))
                .findFirst()
                .map("names \"%s\", which does not exist"::formatted);
    }

    /** As browsers send them: without a path, so that comparing them is exact. */
    static Function<String, Optional<String>> origins() {
        return value -> Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !ORIGIN.matcher(item).matches())
                .findFirst()
                .map("names \"%s\", which is not an origin as browsers send it"::formatted);
    }

    /** As requests name them, without a port. */
    static Function<String, Optional<String>> hosts() {
        return value -> Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !HOST.matcher(item).matches())
                .findFirst()
                .map("names \"%s\", which is not the name of a host"::formatted);
    }

    static Function<String, Optional<String>> notBlank() {
        return value -> fault(value.isBlank(), "is blank");
    }

    static Function<String, Optional<String>> duration() {
        return value -> {
            try {
                Duration duration = DurationStyle.detectAndParse(value, ChronoUnit.SECONDS);
                return fault(!duration.isPositive(), "is \"%s\", which is no time at all".formatted(value));
            } catch (IllegalArgumentException e) {
                return Optional.of("is \"%s\", which is not a time".formatted(value));
            }
        };
    }

    /** An address of this machine, because the server has to listen there. */
    static Function<String, Optional<String>> host() {
        return value -> {
            try {
                InetAddress address = InetAddress.getByName(value);
                boolean here = address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || NetworkInterface.getByInetAddress(address) != null;
                return fault(!here, "is \"%s\", which is not an address of this machine".formatted(value));
            } catch (UnknownHostException e) {
                return Optional.of("is \"%s\", which is not known as a host".formatted(value));
            } catch (IOException e) {
                return Optional.of("is \"%s\", which cannot be looked up (%s)".formatted(value, e.getMessage()));
            }
        };
    }

    static Function<String, Optional<String>> hostAndPort() {
        return value -> {
            var address = ADDRESS.matcher(value);
            boolean valid = address.matches() && Integer.parseInt(address.group(2)) <= 65_535;
            return fault(!valid, "is \"%s\", which is not host:port".formatted(value));
        };
    }

    /** The value is not shown: it may hold a password. */
    static Function<String, Optional<String>> url(String... schemes) {
        return value -> fault(
                Arrays.stream(schemes).noneMatch(scheme -> isUrl(value, scheme)),
                "is not an address that begins with " + schemes[0] + "://");
    }

    /** As Spring reads it. */
    static Function<String, Optional<String>> bool() {
        return value -> fault(
                !BOOLEANS.contains(value.toLowerCase(Locale.ROOT)),
                "is \"%s\", which is not a yes or no".formatted(value));
    }

    /** What callers show has to be hard to guess, and to fit into a header. */
    static Function<String, Optional<String>> token() {
        return value -> value.length() < 16
                ? Optional.of("is shorter than 16 characters")
                : fault(value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f), "holds a character that no token has");
    }

    static Function<String, Optional<String>> key() {
        return value -> fault(value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f), "holds a character that no key has");
    }

    /** Dialects of Python name their driver behind a plus; several hosts are no URI, so only the rest is parsed. */
    private static boolean isUrl(String value, String scheme) {
        String plain = value.replaceFirst("^((?:jdbc:)?postgres(?:ql)?)\\+[a-z0-9_]+:", "$1:");
        if (!plain.startsWith(scheme + "://")) {
            return false;
        }
        return scheme.contains("postgres") || hasHost(plain);
    }

    private static boolean hasHost(String url) {
        try {
            return new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> fault(boolean wrong, String fault) {
        return wrong ? Optional.of(fault) : Optional.empty();
    }
}
