package io.synthforce.api.docs;

import static io.synthforce.api.docs.AnsweredHeader.*;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of every answer which headers it may carry, before {@link SharedProblems} looks which answers are alike. */
@Component
@Order(0)
@ApiRole
final class AnsweredHeaders implements GlobalOpenApiCustomizer {

    /** Refused before anyone counts, or not counted at all. */
    private static final Set<String> UNCOUNTED = Set.of("400", "421");

    private static final Set<String> UNLIMITED = Set.of("get_health", "get_readiness", "get_metrics");
    private static final Set<String> AWAITED = Set.of("play_next_turn", "ask_what_if");

    @Override
    public void customise(OpenAPI document) {
        for (AnsweredHeader header : AnsweredHeader.values()) {
            document.getComponents().addHeaders(header.header(), header.described());
        }
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation ->
                        operation.getResponses().forEach((status, response) -> describe(operation, status, response)));
    }

    private static void describe(Operation operation, String status, ApiResponse response) {
        for (AnsweredHeader header : of(operation, status)) {
            response.addHeaderObject(header.header(), header.reference());
        }
    }

    private static Set<AnsweredHeader> of(Operation operation, String status) {
        String id = operation.getOperationId();
        Set<AnsweredHeader> headers = EnumSet.of(REQUEST_ID, RESPONSE_TIME);
        if (!UNLIMITED.contains(id) && !UNCOUNTED.contains(status)) {
            headers.addAll(EnumSet.of(LIMIT, REMAINING, RESET));
        }
        if (takesKey(operation) && !UNCOUNTED.contains(status)) {
            headers.add(IDEMPOTENCY_KEY);
        }
        if (List.of("202", "504").contains(status) || id.equals("play_on") && status.equals("200")) {
            headers.add(LOCATION);
        }
        if (AWAITED.contains(id) && List.of("200", "202").contains(status)) {
            headers.add(PREFERENCE_APPLIED);
        }
        if (status.equals("429") || status.equals("503") && !id.equals("get_readiness")) {
            headers.add(RETRY_AFTER);
        }
        if (status.equals("401")) {
            headers.add(WWW_AUTHENTICATE);
        }
        return headers;
    }

    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> RequestKey.HEADER.equals(parameter.getName()));
    }
}
