package io.synthforce.store.quota;

import java.util.EnumMap;
import java.util.Map;

/** Reads limits as people write them: {@code rpm=30,tpm=8000,rpd=1000,tpd=200000}, each optional. */
final class StartingLimits {

    private StartingLimits() {}

    static Map<Dimension, Long> of(String text) {
        Map<Dimension, Long> limits = new EnumMap<>(Dimension.class);
        for (String part : text.split(",")) {
            String[] sides = part.strip().split("=", -1);
            Dimension dimension = Dimension.of(sides[0].strip()).orElse(null);
            if (sides.length != 2 || dimension == null || !sides[1].strip().matches("[1-9]\\d{0,11}")) {
                throw new IllegalArgumentException(
                        "GROQ_LIMITS is none or limits such as rpm=30,tpm=8000,rpd=1000,tpd=200000, not " + text);
            }
            limits.put(dimension, Long.parseLong(sides[1].strip()));
        }
        return limits;
    }
}
