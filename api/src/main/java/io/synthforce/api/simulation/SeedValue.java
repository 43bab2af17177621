package io.synthforce.api.simulation;

import io.synthforce.workflows.json.ContentHash;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a seed may be, and the root seed that is made of it. */
final class SeedValue implements ConstraintValidator<Seed, Object> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final int LONGEST = 255;

    /** A root seed, as answered, stands for itself; everything else is hashed. Without one chance decides. */
    static String rootSeed(@Nullable Object seed) {
        if (seed == null) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        String text = seed.toString();
        return text.matches("[0-9a-f]{32}") ? text : ContentHash.ofText(text);
    }

    @Override
    public boolean isValid(@Nullable Object seed, ConstraintValidatorContext context) {
        return switch (seed) {
            case null -> true;
            case Integer _, Long _, BigInteger _ -> true;
            case String text -> !text.isEmpty() && text.length() <= LONGEST;
            default -> false;
        };
    }
}
