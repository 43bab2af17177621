package io.synthforce.api.scenario;

import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.InvalidFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, collected, so that its writer is told everything at once. */
final class Faults {

    private final Located document;
    private final List<InvalidField> found = new ArrayList<>();

    Faults(Located document) {
        this.document = document;
    }

    void add(String pointer, String message) {
        found.add(document.fault(pointer, message, "value_error"));
    }

    void unknown(String pointer, String kind, String name, List<String> possible) {
        add(pointer, "There is no %s '%s'; possible: %s".formatted(kind, name, String.join(", ", possible)));
    }

    /** The date, or that of the clock's beginning when it is none; then the fault is kept. */
    LocalDate date(String pointer, String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            add(pointer, "'%s' is no day of the calendar".formatted(written));
            return LocalDate.EPOCH;
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** @throws InvalidFields if there are any */
    void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidFields(found);
        }
    }
}
