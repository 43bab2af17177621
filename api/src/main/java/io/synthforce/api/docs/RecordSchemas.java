package io.synthforce.api.docs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.KnownRole;
import io.synthforce.api.wire.OneOf;
import io.synthforce.api.wire.Words;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds what records say and the library does not read: which members may be null, which are always there, how long
 * texts may be and what roles there are.
 */
@Component
@ApiRole
final class RecordSchemas implements ModelConverter {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final List<String> ROLES =
            Roles.all().stream().map(Role::role).toList();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = raw(type);
        if (schema != null && raw.isRecord()) {
            Schema<?> described = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
            describe(raw, described);
        }
        return schema;
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> known -> known;
            case JavaType known -> known.getRawClass();
            case null, default -> Object.class;
        };
    }

    private static void describe(Class<?> raw, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        boolean answer = isAnswer(raw);
        Set<String> required = new LinkedHashSet<>();
        if (!answer && schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        for (RecordComponent component : raw.getRecordComponents()) {
            String name = SNAKE_CASE.translate(component.getName());
            Schema<?> property = (Schema<?>) schema.getProperties().get(name);
            if (property != null) {
                schema.getProperties().put(name, property(component, property));
                if (answer && !mayBeLeftOut(component)) {
                    required.add(name);
                }
            }
        }
        schema.setRequired(List.copyOf(required));
    }

    private static boolean mayBeLeftOut(RecordComponent component) {
        var schema = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return component.getAccessor().isAnnotationPresent(JsonInclude.class)
                || schema != null && schema.requiredMode() == RequiredMode.NOT_REQUIRED;
    }

    /** Answers always have all their members; requests are named so. */
    private static boolean isAnswer(Class<?> raw) {
        Class<?> top = raw;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        return !top.getSimpleName().endsWith("Request");
    }

    private static Schema<?> property(RecordComponent component, Schema<?> property) {
        CodePointLength length = component.getAccessor().getAnnotation(CodePointLength.class);
        if (length != null) {
            property.setMinLength(length.min() == 0 ? null : length.min());
            property.setMaxLength(length.max());
        }
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && isRole(list.getAnnotatedActualTypeArguments()[0])) {
            Schema<Object> role = new Schema<>();
            role.types(Set.of("string"));
            role.setEnum(List.copyOf(ROLES));
            property.setItems(role);
        }
        OneOf words = component.getAnnotation(OneOf.class);
        if (words != null) {
            setEnum(
                    property,
                    Arrays.stream(requireNonNull(words.value().getEnumConstants(), "it is an enum"))
                            .map(Words::of)
                            .toList());
        }
        if (isRole(component.getAnnotatedType())) {
            setEnum(property, ROLES);
        }
        if (property.getDefault() instanceof String number
                && property.getTypes() != null
                && property.getTypes().contains("number")) {
            property.setDefault(new BigDecimal(number));
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable ? orNull(property) : property;
    }

    @SuppressWarnings("unchecked") // It describes a text.
    private static void setEnum(Schema<?> property, List<String> words) {
        ((Schema<Object>) property).setEnum(List.copyOf(words));
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null) {
            property.addType("null");
            return property;
        }
        return new JsonSchema().oneOf(List.of(property, new JsonSchema().types(Set.of("null"))));
    }

    private static boolean isRole(AnnotatedElement type) {
        return type.isAnnotationPresent(KnownRole.class);
    }
}
