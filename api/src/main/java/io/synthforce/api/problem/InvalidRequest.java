package io.synthforce.api.problem;

/** Something in a request is wrong that no annotation can tell. */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String type;
    private final String fault;

    /** @param field dotted, its source first */
    public InvalidRequest(String field, String type, String fault) {
        super(field + ": " + fault);
        this.field = field;
        this.type = type;
        this.fault = fault;
    }

    InvalidField at() {
        return new InvalidField(field, fault, type);
    }
}
