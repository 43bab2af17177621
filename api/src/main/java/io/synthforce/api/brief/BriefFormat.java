package io.synthforce.api.brief;

import io.synthforce.api.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How a brief is wanted. */
enum BriefFormat {
    JSON(MediaType.APPLICATION_JSON),
    MD(new MediaType("text", "markdown", StandardCharsets.UTF_8));

    private final MediaType type;

    BriefFormat(MediaType type) {
        this.type = type;
    }

    /**
     * @param format {@code json} or {@code md}; goes before what is accepted
     * @param accept the header as it came
     */
    static BriefFormat of(@Nullable String format, @Nullable String accept) {
        return switch (format) {
            case null -> accepts(accept) ? MD : JSON;
            case "json" -> JSON;
            case "md" -> MD;
            default -> throw new InvalidRequest("query.format", "enum", "Input should be 'json' or 'md'");
        };
    }

    private static boolean accepts(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(one -> one.isConcrete() && one.isCompatibleWith(MD.type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    MediaType type() {
        return type;
    }
}
