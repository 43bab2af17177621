package io.synthforce.store;

/** A variable without which nothing can be stored is missing or wrong. The message names it and never its value. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String variable;

    InvalidSetting(String variable, String whatIsWrong) {
        super(variable + " " + whatIsWrong);
        this.variable = variable;
    }

    public String variable() {
        return variable;
    }
}
