package io.synthforce.api.turn;

import io.synthforce.workflows.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded replies as their schemas have them; a model may leave out what is no array of theirs. */
final class Replies {

    private Replies() {}

    /** An action of the catalogue, and why. */
    record ChosenAction(@Nullable String action, @Nullable String reason) {}

    /** A private first view. */
    record Position(
            @Nullable String text,
            @Nullable List<ChosenAction> actions,
            @Nullable List<String> proposals) {}

    /** An answer to an opposing argument. */
    record Reply(@Nullable String text) {}

    /** The coordinator's reading of where positions differ. */
    record Disagreements(@Nullable List<Named> disagreements) {

        /** One of them. */
        record Named(@Nullable String issue, @Nullable String question) {}
    }

    /** The coordinator's summary. */
    record Minutes(
            @Nullable String text,
            @Nullable List<String> decisions,
            @Nullable List<String> openQuestions,
            @Nullable String nextFocus) {}

    /** The analyst's reading. */
    record Analysis(
            @Nullable String text,
            @Nullable List<String> risks,
            @Nullable Double confidence) {}

    static <T> T read(String json, Class<T> type) {
        return Json.read(json, type);
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
