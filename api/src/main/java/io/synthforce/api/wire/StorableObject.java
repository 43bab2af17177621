package io.synthforce.api.wire;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks through names and depth of an object; its strings were checked when they were read. */
final class StorableObject implements ConstraintValidator<Storable, Map<String, Object>> {

    private static final int DEEPEST = 32;

    @Override
    public boolean isValid(@Nullable Map<String, Object> object, ConstraintValidatorContext context) {
        return isStorable(object, 0);
    }

    private static boolean isStorable(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return switch (value) {
            case Map<?, ?> members ->
                members.entrySet().stream()
                        .allMatch(member ->
                                TextFault.in(String.valueOf(member.getKey())).isEmpty()
                                        && isStorable(member.getValue(), depth + 1));
            case List<?> items -> items.stream().allMatch(item -> isStorable(item, depth + 1));
            case null, default -> true;
        };
    }
}
