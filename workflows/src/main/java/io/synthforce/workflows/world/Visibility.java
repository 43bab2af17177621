package io.synthforce.workflows.world;

import org.jspecify.annotations.Nullable;

/**
 * Who learns of an event.
 *
 * @param role the only role that does, when the scope is {@link Scope#PRIVATE}; otherwise null
 */
public record Visibility(Scope scope, @Nullable String role) {

    /** From one role to everybody, outside actors included. */
    public enum Scope {
        PRIVATE,
        INTERNAL,
        PUBLIC
    }

    public static final Visibility PUBLIC = new Visibility(Scope.PUBLIC, null);
    public static final Visibility INTERNAL = new Visibility(Scope.INTERNAL, null);

    public boolean toRole(String someRole) {
        return scope != Scope.PRIVATE || someRole.equals(role);
    }
}
