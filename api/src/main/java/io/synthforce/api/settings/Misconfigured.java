package io.synthforce.api.settings;

import java.util.List;

/** The environment says something that cannot be meant; each sentence names the variable and what to set. */
final class Misconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misconfigured(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }
}
