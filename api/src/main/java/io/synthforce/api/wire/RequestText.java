package io.synthforce.api.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Trims every string of a request before anyone counts its characters, and refuses what cannot be kept. */
@JacksonComponent
final class RequestText extends StdScalarDeserializer<String> {

    RequestText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString().strip();
        Optional<TextFault> fault = TextFault.in(text);
        if (fault.isPresent()) {
            throw new UnstorableText(parser, fault.get());
        }
        return text;
    }
}
