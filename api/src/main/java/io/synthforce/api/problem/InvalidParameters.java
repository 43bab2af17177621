package io.synthforce.api.problem;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which parameters and which members of a body broke which rules. */
final class InvalidParameters {

    private static final String BODY = "body";

    private InvalidParameters() {}

    static List<InvalidField> of(MethodArgumentNotValidException invalid) {
        return ofBody(invalid.getBindingResult().getAllErrors());
    }

    static List<InvalidField> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(InvalidParameters::of)
                .toList();
    }

    static InvalidField of(MethodArgumentTypeMismatchException mismatch) {
        Class<?> type =
                Optional.<Class<?>>ofNullable(mismatch.getRequiredType()).orElse(String.class);
        return Rule.unreadableAs(type).at(name(mismatch.getParameter()));
    }

    private static Stream<InvalidField> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return ofBody(body.getAllErrors()).stream();
        }
        String field = name(result.getMethodParameter());
        return result.getResolvableErrors().stream()
                .map(error -> rule(result, error).at(field));
    }

    private static Rule rule(ParameterValidationResult result, MessageSourceResolvable error) {
        return Rule.brokenBy(result.unwrap(error, ConstraintViolation.class));
    }

    private static List<InvalidField> ofBody(List<ObjectError> errors) {
        return errors.stream()
                .map(error -> error.unwrap(ConstraintViolation.class))
                .<InvalidField>map(violation -> {
                    String path = Paths.ofBean(violation.getPropertyPath().toString());
                    return Rule.brokenBy(violation).at(Paths.in(BODY, path));
                })
                .sorted(java.util.Comparator.comparing(InvalidField::field))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return Paths.in("path", named(path.value(), parameter));
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            return Paths.in("header", named(header.value(), parameter));
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        return Paths.in("query", named(query == null ? "" : query.value(), parameter));
    }

    private static String named(String name, MethodParameter parameter) {
        return name.isEmpty() ? Paths.snakeCase(String.valueOf(parameter.getParameterName())) : name;
    }
}
