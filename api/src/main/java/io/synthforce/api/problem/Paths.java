package io.synthforce.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;

/** Where something is in a request, as clients write it: {@code config.agents.0}, not {@code config.agents[0]}. */
final class Paths {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d*)]");

    private Paths() {}

    /** A bean path such as {@code config.maxTurns} or {@code config.agents[0].<list element>}. */
    static String ofBean(String path) {
        String dotted = INDEX.matcher(path).replaceAll(".$1").replaceAll("\\.?<[^>]*>", "");
        return snakeCase(dotted);
    }

    /** The path of a JSON value. */
    static String ofJson(List<Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    static String in(String source, String path) {
        return path.isEmpty() ? source : source + "." + path;
    }

    static String snakeCase(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
