package io.synthforce.api.wire;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads ids in full only: the platform's own parsers also take {@code 1-1-1-1-1} and Base64. */
@JacksonComponent
final class RequestUuid extends StdScalarDeserializer<UUID> {

    private static final Pattern FULL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    RequestUuid() {
        super(UUID.class);
    }

    /**
     * The id a text names.
     *
     * @throws IllegalArgumentException if it names none
     */
    static UUID parse(String text) {
        if (!FULL.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a UUID");
        }
        return UUID.fromString(text);
    }

    @Override
    public @Nullable UUID deserialize(JsonParser parser, DeserializationContext context) {
        String text =
                parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString().strip() : "";
        return FULL.matcher(text).matches()
                ? parse(text)
                : (UUID) context.handleUnexpectedToken(getValueType(context), parser);
    }
}
