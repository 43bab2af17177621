package io.synthforce.workflows.change;

import java.util.Collection;

/** A change that the scenario it is made to does not allow. */
public final class InvalidChange extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String member;
    private final int index;

    /**
     * @param member the part of the change that is wrong, as its JSON names it
     * @param message what is wrong and what is possible
     */
    public InvalidChange(String member, String message) {
        this(0, member, message);
    }

    private InvalidChange(int index, String member, String message) {
        super(message);
        this.member = member;
        this.index = index;
    }

    /** The same fault of the change at that place of a list. */
    InvalidChange at(int place) {
        return new InvalidChange(place, member, String.valueOf(getMessage()));
    }

    /** None of the things there are was named. */
    static InvalidChange unknown(String member, String kind, String named, Collection<String> possible) {
        return new InvalidChange(
                member,
                "There is no %s '%s'; possible: %s"
                        .formatted(kind, named, possible.isEmpty() ? "none" : String.join(", ", possible)));
    }

    /** Its place in the list of changes, from 0. */
    public int index() {
        return index;
    }

    public String member() {
        return member;
    }
}
