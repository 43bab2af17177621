package io.synthforce.api.wire;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of a role of the catalogue. */
@Constraint(validatedBy = KnownRoleName.class)
@RuleType("enum")
@Target({ElementType.TYPE_USE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownRole {

    String message() default "Input should be the name of a role";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
