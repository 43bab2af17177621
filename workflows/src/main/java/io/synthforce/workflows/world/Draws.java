package io.synthforce.workflows.world;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance as a pure function: HMAC-SHA256 under the root seed of (repeat, turn, stream). The same in every process and
 * for every option of one repeat, different between repeats; no state, so nothing can be drawn out of order.
 */
public record Draws(String rootSeed, int repeat) {

    private static final double UNIT = 0x1.0p-53;

    /** Uniform in [0, 1). */
    public double uniform(int turn, String stream) {
        return (bits(turn, stream) >>> 11) * UNIT;
    }

    /** A value of the range for this turn and stream. */
    public BigDecimal value(int turn, String stream, Range range) {
        return range.at(uniform(turn, stream));
    }

    /** A non-negative seed for a model's sampling. */
    public long seed(int turn, String stream) {
        return bits(turn, stream) >>> 33;
    }

    private long bits(int turn, String stream) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(rootSeed.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String name = repeat + "|" + turn + "|" + stream;
            return ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
