package io.synthforce.workflows.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one seat was told apart from its role, by the scenario or when a simulation was forked.
 *
 * @param persona who it is instead of its role's persona, or null
 * @param goals what it wants, most important first
 * @param knows facts only it is given
 * @param absentUntil the last turn it does not speak in, 0 when it is there
 */
public record Direction(
        String seat,
        @Nullable String persona,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> goals,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> knows,
        int absentUntil) {

    public Direction {
        goals = goals == null ? List.of() : List.copyOf(goals);
        knows = knows == null ? new LinkedHashMap<>() : new LinkedHashMap<>(knows);
    }

    static Direction none(String seat) {
        return new Direction(seat, null, List.of(), new LinkedHashMap<>(), 0);
    }

    public boolean absentIn(int turn) {
        return turn <= absentUntil;
    }
}
