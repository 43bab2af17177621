package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who learns of an event.
 *
 * @param role the role that does, when the scope is {@link Scope#PRIVATE}; otherwise null
 * @param others further roles that do
 */
public record Visibility(
        Scope scope,
        @Nullable String role,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> others) {

    /** From one role to everybody, outside actors included. */
    public enum Scope {
        PRIVATE,
        INTERNAL,
        PUBLIC
    }

    public static final Visibility PUBLIC = new Visibility(Scope.PUBLIC, null);
    public static final Visibility INTERNAL = new Visibility(Scope.INTERNAL, null);

    public Visibility {
        others = others == null ? List.of() : List.copyOf(others);
    }

    public Visibility(Scope scope, @Nullable String role) {
        this(scope, role, List.of());
    }

    /** @param roles one or more, the only ones that learn of it */
    public static Visibility privateTo(List<String> roles) {
        return new Visibility(Scope.PRIVATE, roles.getFirst(), roles.subList(1, roles.size()));
    }

    public boolean toRole(String someRole) {
        return scope != Scope.PRIVATE || someRole.equals(role) || others.contains(someRole);
    }

    public boolean toOutside() {
        return scope == Scope.PUBLIC;
    }

    /** The roles it is private to; none when it is not. */
    public List<String> roles() {
        return Stream.concat(Stream.ofNullable(role), others.stream()).toList();
    }
}
