package io.synthforce.store.quota;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/** What is done to a pool in Redis in one step that nobody can come between. */
final class Script {

    static final RedisScript<List<Long>> ASK = script("ask");
    static final RedisScript<List<Long>> SETTLE = script("settle");
    static final RedisScript<List<Long>> REJOIN = script("rejoin");

    private Script() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RedisScript<List<Long>> script(String name) {
        return new DefaultRedisScript(text("pool") + text(name), List.class);
    }

    private static String text(String name) {
        try (InputStream file = Script.class.getResourceAsStream("/quota/" + name + ".lua")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
