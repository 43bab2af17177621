package io.synthforce.api.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.KnownRole;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Adds to every operation what all of its kind have: the key of requests, and the problems they may end in. */
@Component
@ApiRole
final class Operations implements GlobalOperationCustomizer {

    /** The name of the scheme by which callers show the token, where one is set. */
    static final String TOKEN = "token";

    /** They ask for no token and count for nothing. */
    private static final Set<String> OPEN = Set.of("get_health", "get_readiness");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<MethodParameter> parameters = Arrays.asList(method.getMethodParameters());
        parameters.forEach(parameter -> nameRoles(operation, parameter));
        boolean asks = parameters.stream().anyMatch(parameter -> parameter.getParameterType() == RequestKey.class);
        if (asks) {
            operation.addParametersItem(key());
            operation.getResponses().values().forEach(Operations::echoKey);
            problem(operation, "409", "The simulation's state forbids it, or the key names another request");
            problem(operation, "503", "Stored, but nobody is there to carry it out now; repeat under the same key");
        }
        if (isAwaited(operation)) {
            accepted(operation);
            problem(operation, "504", "Still being played; Location says where the turn will be");
        }
        if (operation.getOperationId().equals("ask_agent")) {
            problem(operation, "504", "Still being asked; Location says where the answer will be");
        }
        if (operation.getOperationId().equals("play_on")) {
            accepted(operation);
        }
        if (operation.getOperationId().equals("set_budget")) {
            problem(operation, "409", "More than that is spent or reserved already");
        }
        if (operation.getOperationId().equals("set_experiment_budget")) {
            problem(operation, "409", "More than that is spent or reserved already, or the what-if is over");
        }
        if (operation.getOperationId().equals("cancel_experiment")) {
            problem(operation, "409", "It is over already");
        }
        if (operation.getOperationId().equals("get_experiment_data")) {
            problem(operation, "409", "It is not over yet: nothing is told before the end");
        }
        if (operation.getOperationId().equals("change_memory")) {
            problem(operation, "409", "As many memories of the seat are pinned as can be");
        }
        if (operation.getOperationId().equals("delete_simulation")) {
            problem(operation, "409", "Others were forked from it");
        }
        if (parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            problem(operation, "400", "The path holds what no path may, such as a backslash");
        }
        if (parameters.stream().anyMatch(Operations::namesSomething)) {
            problem(operation, "404", "Nothing is known by this id");
        }
        if (parameters.stream().anyMatch(Operations::isInput)) {
            problem(operation, "422", "A field is not valid; details names each");
        }
        if (OPEN.contains(operation.getOperationId())) {
            operation.setSecurity(List.of());
        } else {
            problem(operation, "401", "A token is set and was not shown");
            problem(
                    operation,
                    "421",
                    "Asked by a name that is not this machine's, which is all that is served without a token");
            problem(operation, "429", "Asked too often; Retry-After says when to repeat it");
        }
        boolean imports = operation.getOperationId().equals("import_simulation");
        if (imports) {
            problem(operation, "422", "It is no bundle, or its parts do not hold together; details names where");
        }
        if (imports || parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            problem(operation, "413", "The body is too large");
            problem(operation, "415", "The body is not JSON");
        }
        problem(operation, "500", "It failed, and the service's log says why");
        problem(operation, "503", "A part of the service is away; Retry-After says when to repeat it");
        return operation;
    }

    private static boolean isAwaited(Operation operation) {
        return List.of("play_next_turn", "ask_what_if").contains(operation.getOperationId());
    }

    private static HeaderParameter key() {
        HeaderParameter key = new HeaderParameter();
        key.name(RequestKey.HEADER)
                .required(false)
                .description("Your name for the request; repeated under it, it is answered as it was the first time."
                        + " Made up and answered when left out.")
                .schema(new JsonSchema().types(Set.of("string")).maxLength(255).pattern("^[\\x20-\\x7e]+$"));
        return key;
    }

    private static void echoKey(ApiResponse response) {
        response.addHeaderObject(
                RequestKey.HEADER,
                new Header().description("The key of the request").schema(new JsonSchema().types(Set.of("string"))));
    }

    private static void accepted(Operation operation) {
        ApiResponse begun = new ApiResponse()
                .description(
                        "Preferred by the caller: still being played, and empty; Location says where the turn will be");
        Optional.ofNullable(operation.getResponses().get("200"))
                .map(ApiResponse::getContent)
                .ifPresent(begun::setContent);
        echoKey(begun);
        operation.getResponses().addApiResponse("202", begun);
    }

    private static void problem(Operation operation, String status, String when) {
        if (!operation.getResponses().containsKey(status)) {
            Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
            operation
                    .getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(when)
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json", new MediaType().schema(problem))));
        }
    }

    /** An operation that takes an id in its body answers 404, too. */
    private static boolean namesSomething(MethodParameter parameter) {
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        boolean next = List.of("NextRequest", "WhatIfRequest", "EstimateRequest")
                .contains(parameter.getParameterType().getSimpleName());
        return next
                || path != null
                        && List.of("session_id", "experiment_id", "scenario_id").contains(path.value());
    }

    private static boolean isInput(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(PathVariable.class)
                || parameter.hasParameterAnnotation(RequestParam.class)
                || parameter.hasParameterAnnotation(RequestBody.class);
    }

    @SuppressWarnings("unchecked") // A parameter of roles holds texts.
    private static void nameRoles(Operation operation, MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(KnownRole.class) && operation.getParameters() != null) {
            String name = Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                    .map(RequestParam::name)
                    .orElse("role");
            operation.getParameters().stream()
                    .filter(documented -> documented.getName().equals(name))
                    .forEach(documented -> ((Schema<Object>) documented.getSchema())
                            .setEnum(List.copyOf(
                                    Roles.all().stream().map(Role::role).toList())));
        }
    }
}
