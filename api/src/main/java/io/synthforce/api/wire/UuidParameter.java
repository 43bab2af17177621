package io.synthforce.api.wire;

import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Ids in paths follow the same rule as ids in bodies. */
@Component
final class UuidParameter implements Converter<String, UUID> {

    @Override
    public UUID convert(String text) {
        return RequestUuid.parse(text);
    }
}
