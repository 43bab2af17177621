package io.synthforce.api.metrics;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Under which name a request is counted: the template of its path, also when it is refused before it gets there. */
final class Endpoints {

    /** All paths that lead nowhere, however many there are. */
    static final String UNKNOWN = "unknown";

    private static final PathPattern PAGES = PathPatternParser.defaultInstance.parse("/swagger-ui/**");

    private final Supplier<List<PathPattern>> templates;

    /** @param mappings asked once, at the first request */
    Endpoints(Supplier<List<RequestMappingHandlerMapping>> mappings) {
        templates = SingletonSupplier.of(() -> Stream.concat(
                        Stream.of(PAGES),
                        mappings.get().stream()
                                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                                .flatMap(Endpoints::templates))
                .sorted()
                .toList());
    }

    String of(HttpServletRequest request) {
        return request.getRequestURI() == null ? UNKNOWN : of(request.getRequestURI());
    }

    private String of(String uri) {
        PathContainer path;
        try {
            path = PathContainer.parsePath(uri);
        } catch (IllegalArgumentException malformed) {
            return UNKNOWN;
        }
        return templates.get().stream()
                .filter(template -> template.matches(path))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse(UNKNOWN);
    }

    private static Stream<PathPattern> templates(RequestMappingInfo mapping) {
        var paths = mapping.getPathPatternsCondition();
        return paths == null ? Stream.empty() : paths.getPatterns().stream();
    }
}
