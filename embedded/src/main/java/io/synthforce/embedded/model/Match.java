package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which requests are meant; what is null matches all. */
public record Match(
        @Nullable String schema,
        @Nullable String seat,
        @Nullable Integer turn) {

    public static final Match ALL = new Match(null, null, null);

    boolean fits(ChatRequest request) {
        return (schema == null || schema.equals(request.schemaName()))
                && (seat == null || seat.equals(Prompt.of(request).seat()))
                && (turn == null || Objects.equals(turn, Prompt.of(request).turn()));
    }
}
