package io.synthforce.api.docs;

import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.swagger.v3.oas.models.Operation;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Adds to every operation what all of its kind have: the key of requests, and the problems they may end in by name. */
@Component
@ApiRole
final class Operations implements GlobalOperationCustomizer {

    private static final Set<String> BEGUN =
            Set.of("play_next_turn", "ask_what_if", "play_on", "extend_experiment", "write_brief");

    private static final Map<String, String> WHEN = Map.ofEntries(
            entry("400", "The path holds what no path may, such as a backslash"),
            entry("401", "A token is set and was not shown"),
            entry("404", "Nothing is known by this id"),
            entry("409", "The state of things forbids it, or the key names another request"),
            entry("413", "The body is too large"),
            entry("415", "The body is not JSON"),
            entry("421", "Asked by a name that is not this machine's, which is all that is served without a token"),
            entry("422", "A field is not valid; details names each"),
            entry("429", "Asked too often, or more than may be at once; Retry-After says when to repeat it"),
            entry("500", "It failed, and the service's log says why"),
            entry("503", "A part of the service is away; Retry-After says when to repeat it, under the same key"),
            entry("504", "It goes on; Location says where its result will be"));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<MethodParameter> parameters = Arrays.asList(method.getMethodParameters());
        parameters.forEach(parameter -> nameRoles(operation, parameter));
        if (parameters.stream().anyMatch(parameter -> parameter.getParameterType() == RequestKey.class)) {
            operation.addParametersItem(key());
        }
        if (BEGUN.contains(operation.getOperationId())) {
            begun(operation);
        }
        if (ProblemKinds.OPEN.contains(operation.getOperationId())) {
            operation.setSecurity(List.of());
        }
        ProblemKinds.of(operation.getOperationId(), parameters).stream()
                .collect(groupingBy(ProblemKind::status, TreeMap::new, toList()))
                .forEach((status, kinds) -> operation.getResponses().computeIfAbsent(status, _ -> problem(kinds)));
        return operation;
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

    /** Of an operation whose callers may rather come back: the form of what is finished, and empty. */
    private static void begun(Operation operation) {
        ApiResponse begun = new ApiResponse()
                .description(
                        "Preferred by the caller: still being played, and empty; Location says where the turn will be");
        Optional.ofNullable(operation.getResponses().get("200"))
                .map(ApiResponse::getContent)
                .ifPresent(begun::setContent);
        operation.getResponses().addApiResponse("202", begun);
    }

    private static ApiResponse problem(List<ProblemKind> kinds) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        kinds.forEach(kind -> problem.addExamples(kind.word(), kind.reference()));
        return new ApiResponse()
                .description(WHEN.get(kinds.getFirst().status()) + " ("
                        + kinds.stream().map(ProblemKind::word).collect(joining(", ")) + ")")
                .content(new Content().addMediaType("application/problem+json", problem));
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
