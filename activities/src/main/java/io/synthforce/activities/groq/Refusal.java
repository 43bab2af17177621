package io.synthforce.activities.groq;

import org.jspecify.annotations.Nullable;

/** Why Groq did not answer, in kinds that ask for different things of the caller. */
public enum Refusal {
    /** A rate limit of organisation and model; passes with time. */
    RATE_LIMITED(true),
    /** Groq, or a capacity tier of it, is overloaded or failing; passes with time. */
    OVERLOADED(true),
    /** What the model wrote was refused (the raw text is in {@code failed_generation}); another seed may do better. */
    GENERATION_FAILED(true),
    /** The request is larger than the whole budget or context; waiting never helps, shrinking does. */
    TOO_LARGE(false),
    /** A field or the schema is wrong; the same request is refused for ever. */
    BAD_REQUEST(false),
    /** The key is not accepted. */
    BAD_KEY(false),
    /** The model was retired, or this organisation or project may not use it. */
    MODEL_GONE(false),
    /** A spend limit is reached: stop asking and tell a person. */
    SPENT(false),
    /** Something on the way answered instead of Groq: an edge block, a proxy, a wrong address. */
    BLOCKED(false);

    private final boolean passing;

    Refusal(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same request, sent later, may well be answered. */
    public boolean passing() {
        return passing;
    }

    /**
     * @param code {@code error.code} of the body
     * @param groqShaped whether the body was an error object of the API rather than a page or plain text
     */
    static Refusal of(int status, @Nullable String code, boolean groqShaped) {
        return switch (code) {
            case "json_validate_failed", "tool_use_failed" -> GENERATION_FAILED;
            case "context_length_exceeded" -> TOO_LARGE;
            case "model_decommissioned",
                    "model_not_found",
                    "model_permission_blocked_org",
                    "model_permission_blocked_project" -> MODEL_GONE;
            case "blocked_api_access" -> SPENT;
            case "invalid_api_key" -> BAD_KEY;
            case "capacity_exceeded" -> OVERLOADED;
            // One request larger than the bucket carries the code of a passing limit: the status tells them apart.
            case "rate_limit_exceeded" -> status == 413 ? TOO_LARGE : RATE_LIMITED;
            case null, default -> code != null && code.startsWith("spend_") ? SPENT : of(status, groqShaped);
        };
    }

    private static Refusal of(int status, boolean groqShaped) {
        return switch (status) {
            case 401 -> BAD_KEY;
            case 402 -> SPENT;
            case 403 -> BLOCKED;
            case 404 -> groqShaped ? BAD_REQUEST : BLOCKED;
            case 408, 409, 425, 498 -> OVERLOADED;
            case 413 -> TOO_LARGE;
            case 429 -> RATE_LIMITED;
            default -> {
                if (status < 300 || status >= 500) {
                    yield OVERLOADED;
                }
                yield status < 400 ? BLOCKED : BAD_REQUEST;
            }
        };
    }
}
