package io.synthforce.api.export;

import io.synthforce.api.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.MediaType;

/** What a simulation can be exported as. */
enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
    MD(new MediaType("text", "markdown", StandardCharsets.UTF_8));

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    static Format of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("query.format", "enum", "Input should be 'json', 'csv' or 'md'"));
    }

    MediaType type() {
        return type;
    }

    /** Also how the file's name ends. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
