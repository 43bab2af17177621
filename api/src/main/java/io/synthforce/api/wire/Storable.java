package io.synthforce.api.wire;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A free-form object whose names can be kept and which is not nested too deeply to be read again. */
@Constraint(validatedBy = StorableObject.class)
@RuleType("value_error")
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Storable {

    String message() default "Names should not contain the NUL character, and nesting should be at most 32 deep";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
