package io.synthforce.workflows.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a sentence of a brief may rest on: a line of what was reckoned, or something that was said.
 *
 * @param id {@code D1} and so on for data, {@code U1} and so on for utterances
 * @param place where it was said, null for data
 */
public record Source(
        String id,
        Kind kind,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place place) {

    /** What a source tells of. */
    public enum Kind {
        /** How an option did beside no change. */
        OPTION,
        /** What an option came to on another outcome. */
        OUTCOME,
        /** In how many runs a judged sentence holds, and whether the judge may be believed. */
        PROPOSITION,
        /** Where the runs of an arm first differ. */
        PARTING,
        /** What some of them had and others had not. */
        SPLIT,
        DISSENT,
        /** How far all of it holds. */
        LIMIT,
        /** What somebody said. */
        UTTERANCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
