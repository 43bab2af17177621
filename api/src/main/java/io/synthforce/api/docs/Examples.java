package io.synthforce.api.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Shows beside every operation what was really asked and answered once: {@code examples/<operation id>.json} holds
 * {@code request} (where it takes a body) and {@code response} (of its first success that has one). What several answered
 * alike is told once.
 */
@Component
@ApiRole
final class Examples implements GlobalOpenApiCustomizer {

    private static final List<String> SUCCESSES = List.of("200", "201", "202");

    @Override
    public void customise(OpenAPI document) {
        Map<Object, String> names = new LinkedHashMap<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> recorded(operation.getOperationId())
                        .ifPresent(recorded -> show(
                                operation,
                                recorded,
                                names.computeIfAbsent(recorded.response(), _ -> operation.getOperationId()))));
        names.forEach((response, name) -> document.getComponents().addExamples(name, new Example().value(response)));
    }

    private record Recorded(@Nullable Object request, Object response) {}

    private static Optional<Recorded> recorded(String operation) {
        ClassPathResource file = new ClassPathResource("examples/" + operation + ".json");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (InputStream text = file.getInputStream()) {
            return Optional.of(Json.mapper().readValue(text, Recorded.class));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The example of " + operation + " cannot be read", unreadable);
        }
    }

    private static void show(Operation operation, Recorded recorded, String name) {
        if (operation.getRequestBody() != null && recorded.request() != null) {
            media(operation.getRequestBody().getContent()).setExample(recorded.request());
        }
        SUCCESSES.stream()
                .map(operation.getResponses()::get)
                .filter(Objects::nonNull)
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(content ->
                        media(content).addExamples(name, new Example().$ref("#/components/examples/" + name)));
    }

    private static MediaType media(Content content) {
        return content.values().iterator().next();
    }
}
