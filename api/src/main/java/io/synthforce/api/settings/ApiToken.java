package io.synthforce.api.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What callers have to show when {@code API_TOKEN} is set. Only its digest is kept, so no log or dump can show it. */
@Component
public final class ApiToken {

    public static final String VARIABLE = "API_TOKEN";

    private final byte @Nullable [] digest;

    ApiToken(Environment environment) {
        String token = environment.getProperty(VARIABLE, "").strip();
        this.digest = token.isEmpty() ? null : digest(token);
    }

    /** Whether callers have to show one. */
    public boolean isSet() {
        return digest != null;
    }

    /** Takes as long for a wrong token as for the right one. */
    public boolean is(String shown) {
        return digest != null && MessageDigest.isEqual(digest, digest(shown));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
