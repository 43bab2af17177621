package io.synthforce.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code DATABASE_URL} as the driver needs it. People have it in the form of libpq, of a Python dialect or of JDBC; all
 * are understood, with the user taken out so that no log of the address shows a password.
 *
 * @param jdbc without user and password
 */
record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {

    static final String VARIABLE = "DATABASE_URL";

    private static final String FORM = "postgresql://user:password@host:5432/database";

    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?(?:\\+[a-z0-9_]+)?://(?:(?<user>[^/?]*)@)?(?<hosts>[^/?@]*)/(?<database>[^/?]+)(?:\\?(?<query>.*))?");

    /** Parameters that libpq and the Python drivers name otherwise than JDBC does. */
    private static final Map<String, String> NAMES = Map.of(
            "ssl", "sslmode",
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding");

    static DatabaseUrl parse(String value) {
        Matcher url = URL.matcher(value.strip());
        if (!url.matches()) {
            throw invalid();
        }
        String[] user =
                url.group("user") == null ? new String[0] : url.group("user").split(":", 2);
        String name = user.length > 0 && !user[0].isEmpty() ? decoded(user[0]) : null;
        String password = user.length > 1 ? decoded(user[1]) : null;
        List<String> query = new ArrayList<>();
        for (String parameter : parameters(url.group("query"))) {
            String[] pair = parameter.split("=", 2);
            String text = pair.length > 1 ? pair[1] : "";
            switch (pair[0]) {
                case "user" -> name = decoded(text);
                case "password" -> password = decoded(text);
                default -> query.add(translated(pair[0], text));
            }
        }
        String address = "jdbc:postgresql://" + url.group("hosts") + "/" + url.group("database");
        return new DatabaseUrl(query.isEmpty() ? address : address + "?" + String.join("&", query), name, password);
    }

    private static List<String> parameters(@Nullable String query) {
        return query == null
                ? List.of()
                : List.of(query.split("&")).stream().filter(p -> !p.isEmpty()).toList();
    }

    private static String translated(String name, String value) {
        String known = NAMES.getOrDefault(name, name);
        return known + "=" + (known.equals("sslmode") ? sslMode(value) : value);
    }

    /** Python's drivers say true and false where the others name a mode. */
    private static String sslMode(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "on" -> "require";
            case "false", "0", "off" -> "disable";
            case String mode -> mode;
        };
    }

    /** Percent signs only: a plus in a password is a plus. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static InvalidSetting invalid() {
        return new InvalidSetting(
                VARIABLE,
                "is not an address of PostgreSQL; it has the form " + FORM
                        + ", with special characters of user and password percent-encoded.");
    }

    static InvalidSetting missing() {
        return new InvalidSetting(VARIABLE, "is not set; it names the PostgreSQL to use, as in " + FORM + ".");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseUrl[" + jdbc + "]";
    }
}
