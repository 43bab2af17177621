package io.synthforce.api.docs;

import static java.util.stream.Collectors.joining;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Says once, among the components, what many operations refuse alike. */
@Component
@ApiRole
final class SharedProblems implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        Map<String, ApiResponse> shared = new TreeMap<>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation
                        .getResponses()
                        .replaceAll((_, response) -> isProblem(response) ? share(response, shared) : response));
        shared.forEach(document.getComponents()::addResponses);
    }

    private static boolean isProblem(ApiResponse response) {
        return response.getContent() != null
                && response.getContent().containsKey(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private static ApiResponse share(ApiResponse problem, Map<String, ApiResponse> shared) {
        String name = name(problem);
        boolean alike = shared.computeIfAbsent(name, _ -> problem).equals(problem);
        return alike ? new ApiResponse().$ref("#/components/responses/" + name) : problem;
    }

    /** The kinds it may be of, and what not every answer of these carries. */
    private static String name(ApiResponse problem) {
        String kinds = problem.getContent().values().stream()
                .flatMap(type -> type.getExamples().keySet().stream())
                .collect(joining("."));
        boolean keyed = problem.getHeaders().containsKey(RequestKey.HEADER);
        boolean counted = problem.getHeaders().containsKey(AnsweredHeader.LIMIT.header());
        return kinds + (keyed ? ".keyed" : "") + (counted ? "" : ".uncounted");
    }
}
