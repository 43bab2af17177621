package io.synthforce.workflows.scenario;

import io.synthforce.workflows.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is fixed when a simulation starts; it never changes afterwards, so it is stored once and referred to.
 *
 * @param text what is being rehearsed, in the user's words
 * @param initialContext facts every agent is given from turn 1
 * @param rootSeed origin of every draw, 32 hex digits
 * @param repeat which run of the same option this is, from 0; draws differ between repeats
 */
public record Scenario(
        @Nullable String name,
        @Nullable String description,
        String text,
        List<Seat> cast,
        List<Issue> issues,
        World world,
        Clock clock,
        Settings settings,
        Map<String, Object> initialContext,
        String rootSeed,
        int repeat) {

    public Scenario {
        cast = List.copyOf(cast);
        issues = List.copyOf(issues);
        initialContext = new LinkedHashMap<>(initialContext);
    }
}
