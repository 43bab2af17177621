package io.synthforce.workflows.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is fixed when a simulation starts; it never changes afterwards, so it is stored once and referred to.
 *
 * @param text what is being rehearsed, in the user's words
 * @param initialContext facts every agent is given from turn 1
 * @param rootSeed origin of every draw, 32 hex digits
 * @param directions what seats were told apart from their roles, at most one for a seat
 * @param repeat which run of the same option this is, from 0; draws differ between repeats
 * @param roles the scenario's own; one of the name of a role that ships takes its place
 * @param attachments memos and tables everybody has before them
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
        int repeat,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Direction> directions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Role> roles,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments) {

    public Scenario {
        cast = List.copyOf(cast);
        issues = List.copyOf(issues);
        initialContext = new LinkedHashMap<>(initialContext);
        directions = directions == null ? List.of() : List.copyOf(directions);
        roles = roles == null ? List.of() : List.copyOf(roles);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** As it is started: nobody was directed. */
    public Scenario(
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
        this(
                name,
                description,
                text,
                cast,
                issues,
                world,
                clock,
                settings,
                initialContext,
                rootSeed,
                repeat,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * As a branch has it before anything else is changed.
     *
     * @param name null to keep the name there is
     * @param run which repeat's draws it uses
     */
    public Scenario branch(@Nullable String newName, int maxTurns, int run) {
        return new Scenario(
                newName == null ? name : newName,
                description,
                text,
                cast,
                issues,
                world,
                clock,
                settings.withMaxTurns(maxTurns),
                initialContext,
                rootSeed,
                run,
                directions,
                roles,
                attachments);
    }

    /** The role of that name: the scenario's own, or one that ships. */
    public Optional<Role> role(String name) {
        return roles.stream()
                .filter(role -> role.role().equals(name))
                .findFirst()
                .or(() -> Roles.find(name));
    }

    /** The names by which roles can be found: the scenario's own, then those that ship. */
    public List<String> roleNames() {
        return Stream.concat(roles.stream(), Roles.all().stream())
                .map(Role::role)
                .distinct()
                .toList();
    }

    /**
     * The role of a seat.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public Role roleOf(Seat seat) {
        return role(seat.role()).orElseThrow(() -> new IllegalArgumentException("No role is named " + seat.role()));
    }

    /** What a seat was told, or nothing. */
    public Direction direction(String seat) {
        return directions.stream()
                .filter(direction -> direction.seat().equals(seat))
                .findFirst()
                .orElseGet(() -> Direction.none(seat));
    }
}
