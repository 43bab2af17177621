package io.synthforce.api.simulation;

import io.synthforce.workflows.json.ContentHash;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a seed may be, and the root seed that is made of it. */
final class SeedValue implements ConstraintValidator<Seed, JsonNode> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final int LONGEST = 255;

    /** A root seed, as answered, stands for itself; everything else is hashed. Without one chance decides. */
    static String rootSeed(@Nullable JsonNode seed) {
        if (seed == null || seed.isNull()) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        String text = text(seed);
        return text.matches("[0-9a-f]{32}") ? text : ContentHash.ofText(text);
    }

    private static String text(JsonNode seed) {
        return seed.isString() ? seed.stringValue().strip() : seed.toString();
    }

    @Override
    public boolean isValid(@Nullable JsonNode seed, ConstraintValidatorContext context) {
        if (seed == null || seed.isNull() || seed.isIntegralNumber()) {
            return true;
        }
        return seed.isString() && !text(seed).isEmpty() && text(seed).length() <= LONGEST;
    }
}
