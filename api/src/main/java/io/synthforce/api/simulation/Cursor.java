package io.synthforce.api.simulation;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.store.simulation.Place;
import io.synthforce.store.simulation.SimulationSummary;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place in the list as callers carry it from page to page, without knowing what it holds. */
final class Cursor {

    private Cursor() {}

    static String after(SimulationSummary last) {
        String place = last.createdAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidRequest if it is none of ours */
    static Place read(String cursor) {
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new Place(Instant.parse(place[0]), UUID.fromString(place.length < 2 ? "" : place[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidRequest(
                    "query.cursor", "value_error", "Input should be the next_cursor of an earlier page, or left out");
        }
    }
}
