package io.synthforce.api.simulation;

import io.synthforce.api.wire.RuleType;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A seed is a text or a whole number. */
@Constraint(validatedBy = SeedValue.class)
@RuleType("value_error")
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Seed {

    String message() default "Seed should be a string of 1 to 255 characters or an integer";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
