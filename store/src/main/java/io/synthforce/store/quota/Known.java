package io.synthforce.store.quota;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What Redis said last of a pool, to go on with while it is away. */
record Known(Map<Dimension, Level> levels, Duration blocked, boolean seen) {

    static final Known NOTHING = new Known(Map.of(), Duration.ZERO, false);

    /** A limit and what is left of it. */
    record Level(long limit, long left) {}

    Map<Dimension, Long> limits() {
        Map<Dimension, Long> limits = new EnumMap<>(Dimension.class);
        levels.forEach((dimension, level) -> limits.put(dimension, level.limit()));
        return limits;
    }

    /** @param reply the scripts' last ten values: limit and rest of each dimension, milliseconds blocked, seen */
    static Known in(List<Long> reply) {
        Map<Dimension, Level> levels = new EnumMap<>(Dimension.class);
        int at = reply.size() - 2 * Dimension.values().length - 2;
        for (Dimension dimension : Dimension.values()) {
            if (reply.get(at) > 0) {
                levels.put(dimension, new Level(reply.get(at), reply.get(at + 1)));
            }
            at += 2;
        }
        return new Known(levels, Duration.ofMillis(reply.get(at)), reply.get(at + 1) == 1);
    }
}
