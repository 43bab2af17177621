package io.synthforce.store;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks {@code REDIS_URL} before anyone else does who would print it, password and all. */
final class RedisUrl {

    static final String VARIABLE = "REDIS_URL";

    private static final String FORM = "redis://host:6379/0 (rediss:// with TLS)";

    private RedisUrl() {}

    static String parse(String value) {
        URI uri = uri(value.strip());
        if (uri == null || !isRedis(uri)) {
            throw new InvalidSetting(
                    VARIABLE,
                    "is not an address of Redis; it has the form " + FORM
                            + ", with special characters of the password percent-encoded.");
        }
        return uri.toString();
    }

    static InvalidSetting missing() {
        return new InvalidSetting(VARIABLE, "is not set; it names the Redis to use, as in " + FORM + ".");
    }

    private static boolean isRedis(URI uri) {
        return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
                && uri.getHost() != null
                && (uri.getPath() == null || uri.getPath().matches("/?[0-9]*"));
    }

    private static @Nullable URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
