package io.synthforce.api.problem;

import java.util.List;

/** Several things in a request are wrong that no annotation can tell. */
public final class InvalidFields extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidField> fields;

    public InvalidFields(List<InvalidField> fields) {
        super(fields.isEmpty() ? "The request is not valid" : fields.getFirst().sentence());
        this.fields = List.copyOf(fields);
    }

    public List<InvalidField> fields() {
        return fields;
    }
}
