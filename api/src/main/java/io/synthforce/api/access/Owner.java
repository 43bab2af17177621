package io.synthforce.api.access;

/** Whose simulations they are. */
public final class Owner {

    /** Until callers say who they are, everything belongs to the same owner. */
    public static final String ANONYMOUS = "anonymous";

    private Owner() {}
}
