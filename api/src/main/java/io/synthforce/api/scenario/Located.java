package io.synthforce.api.scenario;

import io.synthforce.api.problem.InvalidField;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A document with the places its parts were written at.
 *
 * @param source what the request calls it: {@code body}, or {@code body.scenario_document}
 * @param places by JSON pointer; empty when the document came as an object, whose text is gone
 */
record Located(String source, JsonNode root, Map<String, Place> places) {

    /** Something that is wrong at a pointer; the line is that of the nearest part that is there. */
    InvalidField fault(String pointer, String message, String type) {
        String field = source + pointer.replace('/', '.');
        Optional<Place> place = nearest(pointer);
        return new InvalidField(
                field,
                message,
                type,
                pointer,
                place.map(Place::line).orElse(null),
                place.map(Place::column).orElse(null));
    }

    private Optional<Place> nearest(String pointer) {
        String part = pointer;
        while (!places.containsKey(part) && !part.isEmpty()) {
            part = part.substring(0, part.lastIndexOf('/'));
        }
        return Optional.ofNullable(places.get(part));
    }
}
