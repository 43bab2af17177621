package io.synthforce.api.problem;

import io.synthforce.api.wire.RuleType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * A rule a value broke, named as the clients of the reference know it.
 *
 * @param type for programs
 * @param message for people
 */
record Rule(String type, String message) {

    static final Rule MISSING = new Rule("missing", "Field required");

    static final Rule NOT_AN_OBJECT =
            new Rule("model_attributes_type", "Input should be a valid dictionary or object to extract fields from");

    static Rule brokenBy(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint) {
            case NotNull _ -> MISSING;
            case Min min -> atLeast(String.valueOf(min.value()));
            case Max max -> atMost(String.valueOf(max.value()));
            case DecimalMin min -> atLeast(min.value());
            case DecimalMax max -> atMost(max.value());
            case CodePointLength length -> length(length, String.valueOf(violation.getInvalidValue()));
            case Size size -> size(size, violation.getInvalidValue());
            default -> new Rule(own(constraint), violation.getMessage());
        };
    }

    /** A value that cannot be read as the given type. */
    static Rule unreadableAs(Class<?> type) {
        if (type == Integer.class || type == int.class || type == Long.class) {
            return new Rule("int_parsing", "Input should be a valid integer");
        }
        if (type == Double.class || type == double.class) {
            return new Rule("float_parsing", "Input should be a valid number");
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Rule("bool_parsing", "Input should be a valid boolean");
        }
        if (type == UUID.class) {
            return new Rule("uuid_parsing", "Input should be a valid UUID");
        }
        if (type == Instant.class) {
            return new Rule("datetime_parsing", "Input should be a valid time in UTC, such as 2026-11-23T10:00:00Z");
        }
        if (type == String.class) {
            return new Rule("string_type", "Input should be a valid string");
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return new Rule("list_type", "Input should be a valid list");
        }
        return Map.class.isAssignableFrom(type)
                ? new Rule("dict_type", "Input should be a valid dictionary")
                : NOT_AN_OBJECT;
    }

    InvalidField at(String field) {
        return new InvalidField(field, message, type);
    }

    private static Rule atLeast(String limit) {
        return new Rule("greater_than_equal", "Input should be greater than or equal to " + limit);
    }

    private static Rule atMost(String limit) {
        return new Rule("less_than_equal", "Input should be less than or equal to " + limit);
    }

    /** Characters, not halves of them: an emoji counts once, as in the clients' languages. */
    private static Rule length(CodePointLength length, String text) {
        return text.codePointCount(0, text.length()) < length.min()
                ? new Rule("string_too_short", "String should have at least " + length.min() + " characters")
                : new Rule("string_too_long", "String should have at most " + length.max() + " characters");
    }

    private static Rule size(Size size, Object value) {
        boolean tooShort = value instanceof Collection<?> items && items.size() < size.min();
        return tooShort
                ? new Rule("too_short", "List should have at least " + size.min() + " items")
                : new Rule("too_long", "List should have at most " + size.max() + " items");
    }

    /** Constraints of our own say their type themselves. */
    private static String own(Annotation constraint) {
        RuleType type = constraint.annotationType().getAnnotation(RuleType.class);
        return type == null ? "value_error" : type.value();
    }
}
