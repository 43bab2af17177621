package io.synthforce.api.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * An environment variable and what it may hold.
 *
 * @param check what is wrong with a value, as the end of a sentence that begins with the variable's name; it never
 *     repeats values that may hold a secret
 * @param remedy what to set
 */
record Variable(String name, Function<String, Optional<String>> check, String remedy) {

    Optional<String> complaint(String value) {
        return check.apply(value.strip()).map(fault -> "%s %s: %s.".formatted(name, fault, remedy));
    }
}
