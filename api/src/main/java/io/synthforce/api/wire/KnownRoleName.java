package io.synthforce.api.wire;

import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks a role up in the catalogue, and lists the catalogue to whoever named none of it. */
final class KnownRoleName implements ConstraintValidator<KnownRole, String> {

    private static final String ROLES =
            Roles.all().stream().map(Role::role).map(role -> "'" + role + "'").collect(Collectors.joining(", "));

    @Override
    public boolean isValid(@Nullable String role, ConstraintValidatorContext context) {
        if (role == null || Roles.find(role).isPresent()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("Input should be " + ROLES).addConstraintViolation();
        return false;
    }
}
