package io.synthforce.store.bundle;

import tools.jackson.core.JacksonException;

/** A bundle that cannot be imported. The message is shown to whoever sent it. */
public final class InvalidBundle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path where in the bundle, dotted */
    InvalidBundle(String path, String message) {
        super(message);
        this.path = path;
    }

    /** What could not be read as the part it should be. */
    static InvalidBundle unreadable(String at, JacksonException unreadable) {
        StringBuilder path = new StringBuilder(at);
        for (JacksonException.Reference step : unreadable.getPath()) {
            path.append('.').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        String why = unreadable.getCause() instanceof NullPointerException missing
                ? missing.getMessage()
                : "this cannot be read as what should be here";
        return new InvalidBundle(path.toString(), String.valueOf(why));
    }

    public String path() {
        return path;
    }
}
