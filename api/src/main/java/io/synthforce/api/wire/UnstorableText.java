package io.synthforce.api.wire;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text in a request holds characters that no database column can keep. */
public final class UnstorableText extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final String type;

    UnstorableText(JsonParser parser, TextFault fault) {
        super(parser, fault.message(), String.class);
        this.type = fault.type();
    }

    /** The kind of fault, for programs. */
    public String type() {
        return type;
    }
}
