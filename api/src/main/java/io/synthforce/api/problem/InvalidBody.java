package io.synthforce.api.problem;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.wire.UnstorableText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a body that could not be read. */
final class InvalidBody {

    private static final String BODY = "body";

    private InvalidBody() {}

    static InvalidField of(HttpMessageNotReadableException unreadable) {
        return cause(unreadable) instanceof JacksonException json ? of(json) : Rule.MISSING.at(BODY);
    }

    private static InvalidField of(JacksonException json) {
        String field = Paths.in(BODY, Paths.ofJson(json.getPath()));
        return switch (json) {
            case UnstorableText text -> new InvalidField(field, text.getOriginalMessage(), text.type());
            case InputCoercionException number ->
                Rule.unreadableAs(number.getTargetType()).at(field);
            case StreamReadException _ -> syntax(json, "JSON decode error");
            case StreamConstraintsException _ -> syntax(json, "JSON is nested too deeply or has overlong parts");
            case MismatchedInputException mismatch -> mismatch(mismatch, field);
            default -> Rule.NOT_AN_OBJECT.at(field);
        };
    }

    private static InvalidField mismatch(MismatchedInputException mismatch, String field) {
        Class<?> target = requireNonNullElse(mismatch.getTargetType(), Object.class);
        return field.equals(BODY) && mismatch.getPath().isEmpty()
                ? Rule.NOT_AN_OBJECT.at(field)
                : Rule.unreadableAs(target).at(field);
    }

    private static InvalidField syntax(JacksonException json, String message) {
        TokenStreamLocation at = requireNonNullElse(json.getLocation(), TokenStreamLocation.NA);
        long offset = Math.max(at.getByteOffset(), at.getCharOffset());
        return new InvalidField(BODY + "." + Math.max(offset, 0), message, "json_invalid");
    }

    private static @Nullable Throwable cause(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause();
    }
}
