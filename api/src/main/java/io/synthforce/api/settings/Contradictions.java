package io.synthforce.api.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Values that are right in themselves and cannot be meant together. */
final class Contradictions {

    private static final String TLS = "TEMPORAL_TLS";
    private static final String CERTIFICATE = "TEMPORAL_TLS_CLIENT_CERT_PATH";
    private static final String KEY = "TEMPORAL_TLS_CLIENT_KEY_PATH";

    /** The embedded server knows none of these. */
    private static final List<String> SECURED =
            List.of("TEMPORAL_API_KEY", TLS, "TEMPORAL_TLS_SERVER_CA_CERT_PATH", CERTIFICATE);

    private static final List<String> KEYS = List.of("GROQ_API_KEY", "GROQ_API_KEY1", "GROQ_API_KEY2", "GROQ_API_KEY3");

    private Contradictions() {}

    static List<String> complaints(Environment environment) {
        List<String> complaints = new ArrayList<>();
        int least = environment.getProperty("DB_POOL_MIN", Integer.class, 1);
        int most = environment.getProperty("DB_POOL_MAX", Integer.class, 20);
        if (least > most) {
            complaints.add(
                    "DB_POOL_MIN is %d, which is more than DB_POOL_MAX (%d): set it to at most %d or raise the other."
                            .formatted(least, most, most));
        }
        if (environment.containsProperty(CERTIFICATE) != environment.containsProperty(KEY)) {
            boolean certificate = environment.containsProperty(CERTIFICATE);
            complaints.add("%s is set without %s: set both or neither."
                    .formatted(certificate ? CERTIFICATE : KEY, certificate ? KEY : CERTIFICATE));
        }
        if (!StringUtils.hasText(environment.getProperty("TEMPORAL_ADDRESS"))) {
            SECURED.stream()
                    .filter(environment::containsProperty)
                    .filter(name -> !isSwitchedOff(name, environment))
                    .map(
                            "%s is set without TEMPORAL_ADDRESS: name the server it is meant for, or leave it out."
                                    ::formatted)
                    .forEach(complaints::add);
        }
        organisations(environment).ifPresent(complaints::add);
        return complaints;
    }

    private static boolean isSwitchedOff(String name, Environment environment) {
        return name.equals(TLS) && !environment.getProperty(name, Boolean.class, true);
    }

    private static Optional<String> organisations(Environment environment) {
        String names = environment.getProperty("GROQ_ORGANISATIONS");
        long keys = KEYS.stream()
                .filter(key -> StringUtils.hasText(environment.getProperty(key)))
                .count();
        return !StringUtils.hasText(names) || names.split(",").length == keys
                ? Optional.empty()
                : Optional.of(
                        "GROQ_ORGANISATIONS names %d organisations for %d keys: name one for each key, in their order."
                                .formatted(names.split(",").length, keys));
    }
}
