package io.synthforce.activities.groq;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked for what.
 *
 * @param agents who is asked for positions and replies, unless their role has a model of its own
 * @param coordinator names disagreements and takes the minutes
 * @param judge reads the turn for the analyst
 * @param writer puts into words what was found out
 * @param roles by role
 * @param fallbacks asked in this order when a model is retired or out; never inside a what-if
 * @param form what answers are held to; null to find out
 */
public record ModelChoice(
        String agents,
        String coordinator,
        String judge,
        String writer,
        Map<String, String> roles,
        List<String> fallbacks,
        @Nullable Form form) {

    public ModelChoice {
        roles = Map.copyOf(roles);
        fallbacks = List.copyOf(fallbacks);
    }

    /** What a model is asked for. */
    public enum Purpose {
        AGENT,
        COORDINATOR,
        JUDGE,
        WRITER
    }

    /** One model for everything. */
    public static ModelChoice of(String model, String... fallbacks) {
        return new ModelChoice(model, model, model, model, Map.of(), List.of(fallbacks), null);
    }

    public String model(Purpose purpose, String role) {
        return switch (purpose) {
            case AGENT -> roles.getOrDefault(role, agents);
            case COORDINATOR -> coordinator;
            case JUDGE -> judge;
            case WRITER -> writer;
        };
    }

    /** Every model that may be asked. */
    public List<String> all() {
        return Stream.of(Stream.of(agents, coordinator, judge, writer), roles.values().stream(), fallbacks.stream())
                .flatMap(models -> models)
                .distinct()
                .sorted()
                .toList();
    }
}
